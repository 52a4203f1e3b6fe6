export { findIssuer } from './get';
export { issuerDirectory } from './list';
