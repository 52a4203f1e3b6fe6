'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Notice } from '@/components/ui/notice';

/** Recovery codes, this once. */
export function RecoveryCodes({ codes, kept }: { codes: readonly string[]; kept: () => void }) {
  const t = useTranslations('profile.factor');
  return (
    <div role="status">
      <Notice tone="attention">{t('codesText')}</Notice>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code} className="id">
            {code}
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-2">
        <CopyButton text={codes.join('\n')} label={t('copyCodes')} done={t('copied')} shown={t('copyCodes')} />
        <Button variant="primary" onClick={kept}>
          {t('kept')}
        </Button>
      </p>
    </div>
  );
}
