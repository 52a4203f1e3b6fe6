export { deviceOf } from './device';
export { endSessionsOf } from './end';
export { readOpenSessions } from './open';
