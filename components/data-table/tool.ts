import type { ListName } from '@/lib/domain/lists';
import type { KeptOfList } from '@/lib/services/views/schemas';
import type { ListProps } from './declaration';
import type { Filter } from './filters';
import type { ListQuery } from './query';
import type { Saying } from './say-filter';
import type { Current } from './views';

export type Tool = 'view' | 'columns' | 'keys';

/** What a tool of a list works with. */
export type ToolProps = {
  readonly list: ListName;
  readonly query: ListQuery;
  readonly current: Current;
  readonly filters: readonly Filter[];
  readonly columns: readonly {
    readonly id: string;
    readonly label: string;
    readonly main?: boolean;
    readonly extra?: boolean;
  }[];
  readonly kept: KeptOfList;
  readonly actions: ListProps<never>['actions'];
  readonly saying: Saying;
  readonly put: (kept: KeptOfList) => void;
  /** Puts another address in the place of this one. */
  readonly replace: (query: ListQuery) => void;
  readonly turn: (query: ListQuery) => void;
  readonly close: () => void;
};

/** Fields as a server action takes them; what is absent is left out. */
export function formOf(fields: Readonly<Record<string, string | number | null>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) if (value !== null) form.set(name, String(value));
  return form;
}
