import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { StatusChip } from '@/components/ui/chip';
import type { Formatter } from '@/lib/format/formatter';
import { paths } from '@/lib/paths';
import type { OperationRow } from '@/lib/services/operations/schemas';

type Props = { caption: string; rows: readonly OperationRow[]; format: Formatter; now: string; showsIssuer: boolean };

/** A few operations as a small table; each reference opens its operation. */
export function OperationLines({ caption, rows, format, now, showsIssuer }: Props) {
  const t = useTranslations('home');
  const words = useTranslations('vocabulary');
  return (
    <table className="t cards">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.received')}</th>
          <th scope="col">{t('columns.status')}</th>
          {showsIssuer ? <th scope="col">{t('columns.issuer')}</th> : null}
          <th scope="col">{t('columns.reference')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([id, receivedAt, , status, errorCode, reference, , , items, failed, , , , , issuer]) => {
          const { day, clock } = format.parts(receivedAt, now);
          const detail = status === 'COMPLETED_WITH_ERRORS' ? `${failed}/${items}` : errorCode;
          return (
            <tr key={id}>
              <td className="p2">
                {day} <span className="text-text-2">{clock}</span>
              </td>
              <td className="p4">
                <StatusChip status={status} label={words(`operationStatus.${status}`)} detail={detail} />
              </td>
              {showsIssuer ? <td className="p3 phone:max-w-40 phone:truncate">{issuer}</td> : null}
              <td className="p1 phone:w-full phone:max-w-0 phone:truncate">
                <Link href={paths.operation(id)} prefetch={false}>
                  {reference}
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
