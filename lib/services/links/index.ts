export { linkAddress } from './address';
export { issueLink, revokeLinks } from './issue';
