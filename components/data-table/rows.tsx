import { Icon } from '@/components/icons/icon';
import { href } from '@/lib/paths';
import { type Column, headClass } from './columns';
import type { ListDeclaration, ListRow } from './declaration';

export type RowKit<R extends ListRow> = {
  /** The columns with the classes of their cells, joined once for all rows. */
  readonly cells: readonly { readonly column: Column<R>; readonly look: string | undefined }[];
  readonly row: ListDeclaration<R, never>['row'];
  readonly select: (name: string) => string;
  readonly open: (name: string) => string;
};

const mark = '\u0001';

/** A message with one name in it, looked up once for all rows. */
export function naming(message: (name: string) => string): (name: string) => string {
  const [before = '', after = ''] = message(mark).split(mark);
  return (name) => `${before}${name}${after}`;
}

/** One row, as plain elements, which markup.ts writes. */
export function tr<R extends ListRow>(row: R, { cells, row: of, select, open }: RowKit<R>) {
  const name = of.name(row);
  const address = href(of.path(row));
  return (
    <tr key={row[0]}>
      <td className="sel">
        <input type="checkbox" aria-label={select(name)} />
      </td>
      {cells.map(({ column, look }) => (
        <td key={column.id} className={look} title={column.hint?.(row)}>
          {column.main ? (
            <a href={address} data-row="" aria-label={column.say?.(row)}>
              {column.cell(row)}
            </a>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
      <td>
        <span className="acts">
          <a className="iconbtn" href={address} data-row="" aria-label={open(name)}>
            {Icon({ name: 'eye' })}
          </a>
          {of.actions?.(row)}
        </span>
      </td>
    </tr>
  );
}

/** Rows without words in the final geometry. */
export function boneRows<R>(rows: number, columns: readonly Column<R>[]) {
  const keys = Array.from({ length: rows }, (_, row) => `bone-${row}`);
  return keys.map((key) => (
    <tr key={key}>
      <td className="sel" />
      {columns.map((column) => (
        <td key={column.id} className={[headClass(column), column.card && `p${column.card}`].filter(Boolean).join(' ')}>
          <span className="bone h-3 w-3/4" />
        </td>
      ))}
      <td />
    </tr>
  ));
}
