import { useTranslations } from 'next-intl';
import type { Formatter } from '@/lib/format/formatter';
import type { Need, Needs } from '@/lib/services/home/schemas';
import { FailingRow } from './failing-row';
import { NeedRow } from './need-row';

/** What needs the operator today, most urgent first. */
export function NeedsList({ of, format }: { of: Needs; format: Formatter }) {
  const t = useTranslations('home.needs');
  const { needs, failing } = of;
  return (
    <table className="t cards needs">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('columns.why')}</th>
          <th scope="col">{t('columns.who')}</th>
          <th scope="col">{t('columns.open')}</th>
        </tr>
      </thead>
      <tbody>
        {failing.length === 0 ? null : <FailingRow failing={failing} today={of.today} format={format} />}
        {needs.map((need, place) => (
          <NeedRow key={need.id} need={need} more={left(needs, place)} today={of.today} format={format} />
        ))}
      </tbody>
    </table>
  );
}

/** How many of a kind are not named: told with the last that is. */
function left(needs: readonly Need[], place: number): number {
  const need = needs[place];
  if (need === undefined || needs[place + 1]?.kind === need.kind) return 0;
  return need.ofKind - needs.filter(({ kind }) => kind === need.kind).length;
}
