'use client';

import { lazy, Suspense, useMemo } from 'react';
import { ExportButton } from '@/components/exports/export-button';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { PageHead } from '@/components/ui/page-head';
import { href } from '@/lib/paths';
import { cellClass } from './columns';
import { copyRows } from './copy-rows';
import type { ListAnswer, ListDeclaration, ListProps, ListRow } from './declaration';
import { ListFailed, NoRows } from './empty';
import { FilterBar } from './filter-bar';
import { ListPager } from './list-pager';
import { markup } from './markup';
import { ListNotes } from './notes';
import { firstPage, narrows } from './query';
import { boneRows, naming, tr } from './rows';
import { SelectionLine } from './selection';
import { DataTable } from './table';
import { useScreen } from './use-screen';
import { ViewsBar } from './views-bar';

const ListTools = lazy(() => import('./tools'));

type Props<R extends ListRow, A extends ListAnswer<R>> = ListProps<A> & {
  of: ListDeclaration<R, A>;
  /** False for an auditor without a valid grant. */
  anybody?: boolean;
  /** The page that makes one more, for whom may. */
  make?: { readonly label: string; readonly href: string } | undefined;
};

/** A list: one client component fed with tuples, drawn from its declaration; the address is its state. */
export function List<R extends ListRow, A extends ListAnswer<R>>(given: Props<R, A>) {
  const { of, anybody = true, today, make, ...props } = given;
  const screen = useScreen(of, props);
  const { query, answer, total, trouble, turn, saying, current, kept, matching } = screen;
  const { t } = saying;
  const { list, address, filters } = of;
  const exporting = of.exports ? (
    <ExportButton
      list={of.exports}
      label={t('export')}
      query={{ ...query, ...of.narrow }}
      columns={screen.columns.map(({ id }) => id)}
      total={total?.kind === 'exact' ? of.count(total) : null}
    />
  ) : null;
  return (
    <>
      <PageHead
        title={of.title}
        part={of.narrow !== undefined}
        count={matching ?? undefined}
        sub={total ? of.sub?.(total) : undefined}
      >
        <span className="flex items-center gap-2 max-phone:hidden">
          <button type="button" className="iconbtn" aria-label={t('keys')} onClick={() => screen.open('keys')}>
            <Icon name="keyboard" />
          </button>
          <Button icon="columns" onClick={() => screen.open('columns')}>
            {t('columns')}
          </Button>
        </span>
        {exporting}
        {make ? (
          <ButtonLink href={make.href} variant="primary">
            {make.label}
          </ButtonLink>
        ) : null}
      </PageHead>
      {of.narrow ? null : (
        <ViewsBar
          {...{ list, current, turn, t }}
          ready={of.views}
          saved={kept.views}
          size={query.size ?? null}
          pageOf={address.page}
          edit={() => screen.open('view')}
        />
      )}
      <FilterBar
        {...{ filters, today, saying }}
        query={screen.asked}
        action={href(address.page({}))}
        open={screen.chip}
        setOpen={screen.setChip}
        search={(changed) => turn(firstPage(changed))}
        clear={screen.clearFilters}
      />
      <ListNotes notes={answer.notes} filters={filters} size={answer.page.size} saying={saying} />
      <Rows of={of} anybody={anybody} screen={screen} />
      {trouble ? null : (
        <ListPager {...{ of, query, answer, turn, saying }}>
          {screen.selected.size > 0 || screen.all ? (
            <SelectionLine
              {...{ matching, saying }}
              selected={screen.selected.size}
              more={answer.rows.next || answer.rows.previous}
              all={screen.all}
              setAll={screen.setAll}
              clear={screen.unselect}
              copy={() => copyRows(screen.body.current)}
            >
              {exporting}
            </SelectionLine>
          ) : null}
        </ListPager>
      )}
      {screen.tool ? (
        <Suspense fallback={null}>
          <ListTools
            {...{ list, query, current, filters, kept, saying, turn }}
            tool={screen.tool}
            returnTo={screen.opener}
            columns={of.columns}
            actions={props.actions}
            put={screen.put}
            replace={(changed) => screen.go(changed, 'replace')}
            close={() => screen.setTool(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}

/** The table, or what stands in its place. */
function Rows<R extends ListRow, A extends ListAnswer<R>>({
  of,
  anybody,
  screen,
}: {
  of: ListDeclaration<R, A>;
  anybody: boolean;
  screen: ReturnType<typeof useScreen<R, A>>;
}) {
  const { query, answer, columns, slow, trouble, turn, clearFilters } = screen;
  const { t } = screen.saying;
  const { rows } = answer.rows;
  // No row is drawn anew while chips open, boxes are ticked or dialogs come.
  const body = useMemo(() => {
    const select = naming((name) => t('select', { name }));
    const open = naming((name) => t('open', { name }));
    const cells = columns.map((column) => ({ column, look: cellClass(column) }));
    return markup(rows.map((row) => tr(row, { cells, row: of.row, select, open })));
  }, [rows, columns, of, t]);
  const kind = !anybody ? 'nobody' : !screen.isFirst ? 'past' : narrows(query) ? 'filter' : 'nothing';
  const sentence = of.empty[kind === 'past' ? 'nothing' : kind] ?? of.empty.nothing;
  return (
    <>
      <div ref={screen.box} className={screen.ownColumns ? 'tablebox chosen -scroll-mt-8' : 'tablebox -scroll-mt-8'}>
        {trouble ? (
          <ListFailed reference={trouble.reference} again={screen.again} t={t} />
        ) : rows.length === 0 && !slow ? (
          <NoRows {...{ kind, sentence, t }} clear={clearFilters} first={() => turn(firstPage(query))} />
        ) : (
          <DataTable
            caption={of.caption(answer)}
            columns={columns}
            sort={answer.page.sort}
            reorder={(sort) => turn({ ...firstPage(query), sort: sort === of.sort ? null : sort })}
            words={{ selectPage: t('selectPage'), actions: t('actions') }}
            body={screen.body}
            busy={screen.waiting}
            rows={slow ? markup(boneRows(answer.page.size, columns)) : body}
          />
        )}
      </div>
      <p className="sr-only" role="status">
        {slow ? t('loading') : ''}
      </p>
    </>
  );
}
