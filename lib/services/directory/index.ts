export type { AnyDirectory } from './answer';
export { containsText, directory, exactly, oneOfThese } from './declare';
