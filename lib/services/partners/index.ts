export { partnerDirectory } from './list';
