export { mailDirectory } from './list';
export { postMail } from './post';
