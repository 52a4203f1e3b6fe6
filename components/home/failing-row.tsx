import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import type { FailureNow } from '@/lib/domain/consumption';
import { errorCodeList, errorKey } from '@/lib/domain/errors';
import type { Formatter } from '@/lib/format/formatter';
import { paths } from '@/lib/paths';

const shown = 3;

type Props = { failing: readonly FailureNow[]; today: string; format: Formatter };

/** What failed within the last hour, by reason, on one line. It opens the failures of the day: no filter is as short as an hour. */
export function FailingRow({ failing, today, format }: Props) {
  const t = useTranslations('home.needs');
  const words = useTranslations('vocabulary');
  const n = failing.reduce((sum, { lastHour }) => sum + lastHour, 0);
  const reasons = failing.map(({ code, lastHour }) => {
    const known = errorCodeList.find((each) => each === code);
    return `${known ? words(`errorCode.${errorKey(known)}`) : t('noReason')} ${format.count(lastHour)}`;
  });
  return (
    <tr>
      <td className="p4 needs-why">
        <span className="chip da">
          <Icon name="fail" />
          {t('failing.chip')}
        </span>
      </td>
      <td className="p1">
        {t('failing.who', { n, count: format.count(n) })}
        <span className="detail">
          {reasons.slice(0, shown).join(' · ')}
          {reasons.length > shown ? ' · …' : ''}
        </span>
      </td>
      <td className="p2 acts-now">
        <Link
          className="iconbtn"
          href={paths.operations({ status: 'FAILED', from: today, to: today })}
          prefetch={false}
          aria-label={t('failing.open')}
        >
          <Icon name="eye" />
        </Link>
      </td>
    </tr>
  );
}
