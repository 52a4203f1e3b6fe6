'use client';

import { useSyncExternalStore } from 'react';
import { Alone } from '@/components/errors/alone';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { rememberedLanguage } from '@/lib/i18n/language-cookie';
import en from '@/lib/i18n/messages/en/errors.json';
import pt from '@/lib/i18n/messages/pt/errors.json';
import './globals.css';

const never = () => () => {};
const inEnglish = () => rememberedLanguage(document) === 'en';

/** The root layout itself failed: no provider is there, so the language is read from its cookie. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const english = useSyncExternalStore(never, inEnglish, () => false);
  const words = english ? en : pt;
  return (
    <html lang={english ? 'en-GB' : 'pt-PT'}>
      <body>
        <title>{`${words.unavailable.title} · Sign'Stash Backoffice`}</title>
        <Alone>
          <EmptyState
            kind="missing"
            as="h1"
            title={words.unavailable.title}
            text={words.unavailable.text}
            note={error.digest ? `${words.reference} ${error.digest}` : null}
          >
            <Button variant="primary" onClick={() => window.location.reload()}>
              {words.again}
            </Button>
          </EmptyState>
        </Alone>
      </body>
    </html>
  );
}
