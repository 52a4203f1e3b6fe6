export { exportOperations } from './export';
export { listOperations } from './list';
export { operationOptions } from './options';
