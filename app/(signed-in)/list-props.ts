import 'server-only';
import { redirect } from 'next/navigation';
import type { ListProps } from '@/components/data-table/declaration';
import { todayIn } from '@/lib/clock';
import { newId } from '@/lib/domain/ids';
import { longestOpenRange, type RawParams } from '@/lib/domain/list-reader';
import { dataParams, listParams, openedBy } from '@/lib/domain/list-view';
import type { ListName } from '@/lib/domain/lists';
import { env } from '@/lib/env';
import { href } from '@/lib/paths';
import type { KeptOfList } from '@/lib/services/views/schemas';
import { makeDefaultView, removeView, renameView, saveColumns, saveView } from './actions';

const actions = { saveView, renameView, removeView, makeDefaultView, saveColumns };

type Given<A> = {
  list: ListName;
  /** What the address holds. */
  params: RawParams;
  answer: A;
  kept: KeptOfList;
  /** The addresses of the page and of its data. */
  address: {
    page: (query: Readonly<Record<string, string>>) => string;
    data: (query: Readonly<Record<string, string>>) => string;
  };
};

/**
 * What every list's page hands to its list. Where the address asks for nothing and the operator has a default view, it
 * leads there instead.
 */
export function listProps<A>({ list, params, answer, kept, address }: Given<A>): ListProps<A> {
  const query = listParams(list, params);
  const instead = openedBy(list, query, kept.views);
  if (instead) redirect(address.page(instead));
  return {
    opened: { stamp: newId(), address: href(address.data(dataParams(list, query))), answer },
    kept,
    today: todayIn(env().SIGNSTASH_TIME_ZONE),
    usualDays: longestOpenRange,
    actions,
  };
}
