export { subscriptionDirectory } from './list';
