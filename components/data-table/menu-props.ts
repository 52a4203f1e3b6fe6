import type { Filter } from './filters';
import type { ListQuery } from './query';
import type { Saying } from './say-filter';

/** What every menu of a filter works with. */
export type MenuProps<F extends Filter> = {
  filter: F;
  draft: ListQuery;
  set: (changed: ListQuery) => void;
  close: () => void;
  today: string;
  saying: Saying;
};
