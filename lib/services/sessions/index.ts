export { deviceOf } from './device';
export { endSessionsOf } from './end';
