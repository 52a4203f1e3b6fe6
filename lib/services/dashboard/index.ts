export { usageRows } from './usage-rows';
