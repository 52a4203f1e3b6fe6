export { findPartner } from './get';
export { partnerDirectory } from './list';
