export { certificateDirectory } from './list';
export { accessState, fromCertificates } from './states-sql';
