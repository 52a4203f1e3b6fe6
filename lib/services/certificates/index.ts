export { readSigner } from './chain-facts';
export { type Access, sealedGrant, unsealedGrant } from './flow-secrets';
export { takeSignatures } from './lease';
export { certificateDirectory } from './list';
export { accessState, fromCertificates } from './states-sql';
