'use client';

import { ButtonLink } from '@/components/ui/button-link';

/** What stands at the door instead of a form: what happened, and the one way on. */
export function Said({ title, text, act, to }: { title: string; text: string; act: string; to: string }) {
  return (
    <div className="said">
      <h1 className="h1">{title}</h1>
      <p>{text}</p>
      <ButtonLink href={to} variant="primary">
        {act}
      </ButtonLink>
    </div>
  );
}
