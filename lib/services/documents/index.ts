export { exportDocuments } from './export';
