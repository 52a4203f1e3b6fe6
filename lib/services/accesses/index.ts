export { accessDirectory } from './list';
