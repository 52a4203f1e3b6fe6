'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { DocumentValidation } from '@/lib/services/documents/validate';
import { fetchValidation, type Trouble } from './fetch-content';
import { PreviewTrouble } from './preview-trouble';
import { ValidationReport } from './validation-report';

type State = { readonly kind: 'idle' | 'asking' } | ({ readonly kind: 'done' } & Answer);
type Answer = { readonly validation: DocumentValidation } | Trouble;

/** Judges a document when it is asked to: a look is recorded, so that none happens by itself. */
export function ValidationPanel({ id }: { id: string }) {
  const t = useTranslations('validation');
  const [state, setState] = useState<State>({ kind: 'idle' });
  const ask = async () => {
    if (state.kind === 'asking') return;
    setState({ kind: 'asking' });
    setState({ kind: 'done', ...(await fetchValidation(id)) });
  };
  const validation = state.kind === 'done' && 'validation' in state ? state.validation : null;
  return (
    <>
      {state.kind === 'done' && 'trouble' in state ? <PreviewTrouble {...state} again={ask} /> : null}
      {validation ? <ValidationReport validation={validation} /> : <p className="text-13 text-text-2">{t('lead')}</p>}
      <p className="mt-3 flex flex-wrap items-center gap-2">
        <Button small={validation !== null} aria-busy={state.kind === 'asking'} onClick={ask}>
          {state.kind === 'asking' ? t('asking') : validation ? t('again') : t('ask')}
        </Button>
        {validation ? (
          <Button small icon="download" onClick={() => save(validation)}>
            {t('download')}
          </Button>
        ) : null}
        <span className="sr-only" role="status">
          {state.kind === 'asking' ? t('asking') : null}
        </span>
      </p>
    </>
  );
}

/** The whole report as a file: what is on the screen is the simple one. */
function save(validation: DocumentValidation): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(validation, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${validation.document.id}.validation.json`;
  link.click();
  URL.revokeObjectURL(address);
}
