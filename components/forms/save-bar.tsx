'use client';

import type { ReactNode } from 'react';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';

/** The foot of a form, always in sight: what is not saved yet, the way out, the act. */
export function SaveBar({
  state,
  words,
  save,
  cancel,
  pending,
  onDiscard,
}: {
  state: 'clean' | 'dirty' | 'saved';
  words: { unsaved: string; kept: string; saved: string; discard: string; cancel: string };
  save: ReactNode;
  /** Where Cancel leads; a form that stands in its page has none. */
  cancel?: string | undefined;
  pending: boolean;
  onDiscard: () => void;
}) {
  return (
    <div className="savebar">
      <span role="status" className="choice">
        {state === 'dirty' ? (
          <>
            <span className="dot" />
            <span>
              <b className="strong">{words.unsaved}</b> <span className="q">{words.kept}</span>
            </span>
          </>
        ) : null}
        {state === 'saved' ? (
          <>
            <Icon name="done" tone="pass" />
            {words.saved}
          </>
        ) : null}
      </span>
      <span className="grow" />
      {state === 'dirty' ? (
        <Button variant="plain" onClick={onDiscard}>
          {words.discard}
        </Button>
      ) : null}
      {cancel === undefined ? null : <ButtonLink href={cancel}>{words.cancel}</ButtonLink>}
      <Button type="submit" variant="primary" disabled={pending}>
        {save}
      </Button>
    </div>
  );
}
