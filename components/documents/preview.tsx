'use client';

import { useTranslations } from 'next-intl';
import { lazy, Suspense, useState } from 'react';
import { Button } from '@/components/ui/button';
import { href, paths } from '@/lib/paths';
import { type Fetched, fetchContent } from './fetch-content';
import { PreviewTrouble } from './preview-trouble';

// The viewer is heavier than the rest of the page: it comes when somebody opens a document.
const load = () => import('./pdf-view');
const PdfView = lazy(load);

type State = { readonly kind: 'closed' | 'opening' } | ({ readonly kind: 'done' } & Fetched);

/** Opens a document in the page when it is asked to: a look is recorded, so that none happens by itself. */
export function Preview({ id, name, pdf }: { id: string; name: string; pdf: boolean }) {
  const t = useTranslations('documentPreview');
  const [state, setState] = useState<State>({ kind: 'closed' });
  const open = async () => {
    setState({ kind: 'opening' });
    // Both travel at once; what fails of the viewer is told where it is drawn.
    load().catch(() => {});
    setState({ kind: 'done', ...(await fetchContent(id)) });
  };
  const download = href(paths.documentContent(id, { download: true }));
  if (state.kind === 'done' && 'bytes' in state) {
    return (
      <Suspense fallback={<Opening words={t('opening')} />}>
        <PdfView
          {...{ name, download }}
          bytes={state.bytes}
          fail={() => setState({ kind: 'done', trouble: 'damaged', reference: null })}
        />
      </Suspense>
    );
  }
  if (state.kind === 'done') return <PreviewTrouble {...state} download={download} again={open} />;
  if (state.kind === 'opening') return <Opening words={t('opening')} />;
  return (
    <div className="empty">
      <h2>{name}</h2>
      <p>{pdf ? t('recorded') : `${t('noPreview')} ${t('recorded')}`}</p>
      <div className="do">
        {pdf ? (
          <Button variant="primary" icon="eye" onClick={open}>
            {t('open')}
          </Button>
        ) : null}
        <a className="btn" href={download} download>
          {t('download')}
        </a>
      </div>
    </div>
  );
}

function Opening({ words }: { words: string }) {
  return (
    <div className="p-(--gutter)" aria-busy="true">
      <p className="sr-only" role="status">
        {words}
      </p>
      <span className="bone h-[40rem] w-full" />
    </div>
  );
}
