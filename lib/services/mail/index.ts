export { postMail } from './post';
