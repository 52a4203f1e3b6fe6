export { walletDirectory } from './list';
export { makePrincipal } from './make';
