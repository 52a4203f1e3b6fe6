'use client';

import { useTranslations } from 'next-intl';
import { Icon } from '@/components/icons/icon';

/** Folds the rail to its icons and back. */
export function Fold({ folded, onToggle }: { folded: boolean; onToggle: () => void }) {
  const t = useTranslations('shell');
  return (
    <button type="button" className="fold" aria-expanded={!folded} aria-label={t('fold')} onClick={onToggle}>
      <Icon name="first" small />
      <span className="l">{t('fold')}</span>
    </button>
  );
}
