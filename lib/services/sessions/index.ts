export { endSessionsOf } from './end';
