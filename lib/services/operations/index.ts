export { countOperations } from './count';
export { exportOperations } from './export';
export { listOperations } from './list';
export { operationOptions } from './options';
