import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';
import { paths } from '@/lib/paths';
import type { Need, NeedKind } from '@/lib/services/home/schemas';

/** By which filter its rows are found; what has none has no rows of its own. */
const filters: Partial<Record<NeedKind, 'service' | 'issuer' | 'partner'>> = {
  stopped: 'service',
  halted: 'service',
  issuer: 'issuer',
  partner: 'partner',
};

/** Opens the operations and the consumption of what needs a look. */
export function NeedLinks({ need: { kind, id }, label }: { need: Need; label: string }) {
  const t = useTranslations('home.needs');
  if (kind === 'pending') {
    return (
      <span className="acts">
        <Link
          className="iconbtn"
          href={paths.subscription(id)}
          prefetch={false}
          aria-label={t('pending.open', { name: label })}
        >
          <Icon name="eye" />
        </Link>
      </span>
    );
  }
  const filter = filters[kind];
  if (!filter) return null;
  return (
    <span className="acts">
      <Link
        className="iconbtn"
        href={paths.operations({ [filter]: id })}
        prefetch={false}
        aria-label={t('operationsOf', { name: label })}
      >
        <Icon name="eye" />
      </Link>
      <Link
        className="iconbtn"
        href={paths.dashboard({ [filter]: id })}
        prefetch={false}
        aria-label={t('consumptionOf', { name: label })}
      >
        <Icon name="graph" />
      </Link>
    </span>
  );
}
