export { issuerDirectory } from './list';
