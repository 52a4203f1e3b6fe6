export { permittedStatus, reasoned, unchangedSince } from './changed';
export { edited } from './edited';
export { signedPerDay } from './per-day';
export { tellStatus } from './tell';
export { companyCode } from './vat';
