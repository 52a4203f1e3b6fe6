export { operatorDirectory } from './list';
