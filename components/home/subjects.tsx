import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import { daysBetween } from '@/lib/domain/consumption-calendar';
import type { Formatter } from '@/lib/format/formatter';
import { paths } from '@/lib/paths';
import type { SubjectRecords } from '@/lib/services/home/schemas';
import type { Subject } from '@/lib/services/subjects/list';

/** An access that ends within so many days says so. */
const soon = 14;

type Props = { subjects: readonly Subject[]; records: SubjectRecords; format: Formatter };

/** Whom the auditor may consult today, since when and until when, and how much there is. */
export function Subjects({ subjects, records, format: f }: Props) {
  const t = useTranslations('home.welcome');
  const since = f.month(records.since.slice(0, 7));
  return (
    <table className="t cards">
      <caption className="sr-only">{t('sub')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('columns.name')}</th>
          <th scope="col">{t('columns.code')}</th>
          <th scope="col">{t('columns.from')}</th>
          <th scope="col">{t('columns.until')}</th>
          <th scope="col" className="num">
            {t('columns.operations', { since })}
          </th>
          <th scope="col" className="num lo">
            {t('columns.signedItems')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('columns.records')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {subjects.map((subject) => (
          <Row key={subject.id} subject={subject} records={records} format={f} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ subject, records: { byIssuer, today }, format: f }: Omit<Props, 'subjects'> & { subject: Subject }) {
  const t = useTranslations('home.welcome');
  const { id, name, code, from, to } = subject;
  const { operations = 0, signedItems = 0 } = byIssuer[id] ?? {};
  const left = daysBetween(today, to);
  return (
    <tr>
      <td className="p1">
        <Link href={paths.operations({ issuer: id })} prefetch={false}>
          {name}
        </Link>
      </td>
      <td className="p3 id">{code}</td>
      <td className="s">{f.day(from)}</td>
      <td className="p2">
        {f.day(to)}{' '}
        {left > soon ? null : (
          <span className="chip at">
            <Icon name="warn" />
            {t('left', { n: left, count: f.count(left) })}
          </span>
        )}
      </td>
      <td className="num p4">{f.count(operations)}</td>
      <td className="num s lo">{f.count(signedItems)}</td>
      <td className="acts-now">
        <Link
          className="iconbtn"
          href={paths.operations({ issuer: id })}
          prefetch={false}
          aria-label={t('open', { name })}
        >
          <Icon name="eye" />
        </Link>
        <Link
          className="iconbtn"
          href={paths.documents({ issuer: id })}
          prefetch={false}
          aria-label={t('documents', { name })}
        >
          <Icon name="documents" />
        </Link>
      </td>
    </tr>
  );
}
