export { exportConsumption } from './export';
export { failuresByCode } from './failures';
export { everyOwner } from './owners';
export { type UsageRow, usageRows } from './usage-rows';
