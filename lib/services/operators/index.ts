export { accountAt } from './account-at';
export { operatorDirectory } from './list';
export { insertOperator, sendInvitation } from './make';
