'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ContentTrouble } from './fetch-content';

type Props = {
  trouble: ContentTrouble;
  /** Id of the request, for support. */
  reference: string | null;
  /** Absent: there is nothing to save. */
  download?: string;
  again: () => void;
};

/** Trying again may help. */
const passing: readonly ContentTrouble[] = ['content_awaited', 'content_lost', 'unreachable'];

/** Why the document is not here, and what one can do. */
export function PreviewTrouble({ trouble, reference, download, again }: Props) {
  const t = useTranslations('documentPreview');
  return (
    <Notice tone={trouble === 'content_lost' || trouble === 'damaged' ? 'danger' : 'attention'} live>
      <p>{t(`failed.${trouble}`)}</p>
      {reference === null ? null : <p className="q id">{t('reference', { id: reference })}</p>}
      <p className="mt-2 flex gap-2">
        {passing.includes(trouble) ? (
          <Button small onClick={again}>
            {t('again')}
          </Button>
        ) : null}
        {trouble === 'damaged' && download ? (
          <a className="btn small" href={download} download>
            {t('download')}
          </a>
        ) : null}
      </p>
    </Notice>
  );
}
