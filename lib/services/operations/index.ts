export { countOperations } from './count';
export { listOperations } from './list';
