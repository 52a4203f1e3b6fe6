'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FilterChip } from '@/components/data-table/filter-chip';
import { Button } from '@/components/ui/button';
import { useFormat } from '@/lib/format/use-format';
import { href, paths } from '@/lib/paths';
import type { FilterOptions } from '@/lib/services/operations/schemas';
import { type Addable, AddFilter } from './add-filter';
import { ChecksMenu, ChoiceMenu, DaysMenu, TextMenu } from './filter-menus';
import { presetsOf } from './presets';
import { type ListQuery, listOf, type QueryField } from './query';
import type { Words } from './words';

type Props = {
  query: ListQuery;
  /** The days that are shown, whether the address names them or not. */
  shown: { from: string; to: string };
  today: string;
  usualDays: number;
  options: FilterOptions;
  words: Words;
  search: (query: ListQuery) => void;
  clear: () => void;
};

const folded: readonly Addable[] = ['partner', 'source', 'error', 'reference', 'document'];

/**
 * The filter as a sentence. What is chosen waits for Search; × and Clear filters act at once. On a phone it is folded
 * behind one button with its sum in words.
 */
export function FilterBar({ query, shown, today, usualDays, options, words, search, clear }: Props) {
  const t = useTranslations('operations.filter');
  const format = useFormat();
  const [draft, setDraft] = useState(query);
  const [base, setBase] = useState(query);
  const [added, setAdded] = useState<readonly Addable[]>([]);
  const [unfolded, setUnfolded] = useState(false);

  // The address has changed: what was being chosen gives way to it, and the focus stays where it is.
  if (JSON.stringify(base) !== JSON.stringify(query)) {
    setBase(query);
    setDraft(query);
    setAdded([]);
  }

  const set = (field: QueryField, value: string | null) => setDraft((old) => ({ ...old, [field]: value || null }));
  const remove = (...fields: QueryField[]) => {
    const changed = { ...draft, ...Object.fromEntries(fields.map((field) => [field, null])) };
    setDraft(changed);
    setAdded(added.filter((each) => !fields.includes(each)));
    search(changed);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUnfolded(false);
    search(draft);
  };

  /** One chip with the word that leads to it. */
  const chip = (
    field:
      | Exclude<QueryField, 'period' | 'from' | 'to' | 'sort' | 'columns' | 'view' | 'after' | 'before' | 'size'>
      | 'days',
    lead: string,
    value: string,
    menu: (close: () => void) => ReactNode,
  ) => {
    const fields: QueryField[] = field === 'days' ? ['period', 'from', 'to'] : [field];
    const narrows = fields.some((each) => draft[each] !== null);
    const name = t(`name.${field}`);
    return (
      <span key={field} className={`contents ${unfolded ? '' : 'max-phone:hidden'}`}>
        <span className="max-phone:hidden">{lead}</span>
        <FilterChip
          name={name}
          value={value}
          narrows={narrows}
          clear={narrows ? { label: t('remove', { name }), act: () => remove(...fields) } : null}
          startOpen={added.some((each) => each === field)}
        >
          {menu}
        </FilterChip>
      </span>
    );
  };
  const choice = (field: 'service' | 'issuer' | 'partner' | 'error', lead: string) =>
    chip(field, lead, words[field](draft[field]), (close) => (
      <ChoiceMenu
        options={field === 'error' ? words.errors : options[`${field}s`]}
        more={field !== 'error' && options.more[`${field}s`] ? `${field}s` : null}
        chosen={draft[field]}
        nameOf={words.nameOf}
        choose={(id) => {
          set(field, id === draft[field] ? null : id);
          close();
        }}
      />
    ));
  const checks = (field: 'status' | 'type' | 'source', labels: Words['statuses'], lead: string) =>
    chip(field, lead, words[field](draft[field]), () => (
      <ChecksMenu options={labels} chosen={listOf(draft[field])} change={(values) => set(field, values.join(','))} />
    ));
  const text = (field: 'reference' | 'document', lead: string) =>
    chip(field, lead, words[field](draft[field]), () => (
      <TextMenu
        label={t(`name.${field}`)}
        help={t(`${field}Help`)}
        value={draft[field] ?? ''}
        change={(value) => set(field, value)}
      />
    ));

  const extra: Record<Addable, () => ReactNode> = {
    partner: () => choice('partner', t('ofPartner')),
    source: () => checks('source', words.sources, t('through')),
    error: () => choice('error', t('error')),
    reference: () => text('reference', t('reference')),
    document: () => text('document', t('document')),
  };
  const offered = folded.filter((field) => field !== 'partner' || options.partners.length > 0);
  const isOut = (field: Addable) => draft[field] !== null || added.includes(field);
  const days = { from: draft.from ?? shown.from, to: draft.to ?? shown.to };
  const narrowing = [draft.service, draft.issuer, draft.partner, draft.status, draft.type, draft.source, draft.error];
  const count = [...narrowing, draft.reference, draft.document, draft.from ?? draft.to].filter((each) => each).length;

  return (
    <search aria-label={t('label')}>
      <form className="filters" action={href(paths.operations())} onSubmit={submit}>
        <span className="phone:hidden">
          <Button small icon="configuration" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t('fold', { n: count, count: format.count(count) })}
          </Button>
        </span>
        <span className={`min-w-0 truncate phone:hidden ${unfolded ? 'hidden' : ''}`}>
          {words.days(draft, shown, usualDays)}
        </span>
        {choice('service', t('of'))}
        {options.issuers.length > 1 ? choice('issuer', t('ofIssuer')) : null}
        {checks('status', words.statuses, t('with'))}
        {checks('type', words.types, t('ofType'))}
        {offered.filter(isOut).map((field) => extra[field]())}
        {chip('days', t('received'), words.days(draft, shown, usualDays), (close) => (
          <DaysMenu
            {...days}
            presets={presetsOf(today, usualDays, t, format)}
            change={(range) => setDraft((old) => ({ ...old, ...range }))}
            close={close}
          />
        ))}
        <span className={`contents ${unfolded ? '' : 'max-phone:hidden'}`}>
          <AddFilter fields={offered.filter((field) => !isOut(field))} add={(field) => setAdded([...added, field])} />
          <span className="ml-auto flex gap-1.5 max-phone:basis-full">
            <Button variant="plain" small onClick={clear}>
              {t('clear')}
            </Button>
            <button type="submit" className="btn small primary">
              {t('search')}
            </button>
          </span>
        </span>
      </form>
    </search>
  );
}
