export { revocationAllowance } from './allowance';
export { runCheck } from './check';
export { authorityDirectory } from './list';
export { type OpenAuthority, openAuthority } from './open';
export { certificatesInPem } from './roots';
export { createAuthority } from './save';
