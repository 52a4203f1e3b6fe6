import { useTranslations } from 'next-intl';
import { Icon, type IconName } from '@/components/icons/icon';
import { StatusChip } from '@/components/ui/chip';
import { daysBetween } from '@/lib/domain/consumption-calendar';
import type { Formatter } from '@/lib/format/formatter';
import type { Need, NeedKind } from '@/lib/services/home/schemas';
import { NeedLinks } from './need-links';

type Props = { need: Need; more: number; today: string; format: Formatter };

/** One thing that needs a look: what is so, whose it is, since when, and where to look. */
export function NeedRow({ need, more, today, format }: Props) {
  const t = useTranslations('home.needs');
  const { kind, status, owner, name, code, day } = need;
  const label = name === null ? t(`${kind}.who`) : owner === null ? name : `${owner}, ${name}`;
  const days = day === null ? 0 : daysBetween(day, today);
  return (
    <>
      <tr>
        <td className="p4 needs-why">
          <Why need={need} />
        </td>
        <td className="p1">
          {label} {code === null ? null : <span className="q id">{isService(kind) ? `·${code.slice(-6)}` : code}</span>}
          <span className="detail">
            {t(`${kind}.detail`, {
              status,
              day: day === null ? '' : format.day(day),
              n: days,
              count: format.count(days),
            })}
          </span>
        </td>
        <td className="p2 acts-now">
          <NeedLinks need={need} label={label} />
        </td>
      </tr>
      {more > 0 ? (
        <tr className="more">
          <td className="needs-why" />
          <td className="p1 q" colSpan={2}>
            {t(`${kind}.more`, { n: more, count: format.count(more) })}
          </td>
        </tr>
      ) : null}
    </>
  );
}

const isService = (kind: NeedKind): boolean => kind === 'stopped' || kind === 'halted' || kind === 'unused';

/** Icon and tone of what no status says. */
const looks: Partial<Record<NeedKind, readonly [IconName, string]>> = {
  stopped: ['warn', 'at'],
  grant: ['wait', 'at'],
  unused: ['wait', 'mu'],
};

function Why({ need: { kind, status } }: { need: Need }) {
  const t = useTranslations('home.needs');
  const words = useTranslations('vocabulary');
  const look = looks[kind];
  if (!look) return <StatusChip status={status} label={words(`status.${status}`)} />;
  const [icon, tone] = look;
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icon} />
      {t(`${kind}.chip`)}
    </span>
  );
}
