import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';

/** A part of a detail page under its heading; `edit` leads to where it is changed, for whom may change it. */
export function Card({
  id,
  title,
  edit,
  children,
}: {
  id: string;
  title: string;
  edit?: { readonly href: string; readonly label: string } | undefined;
  children: ReactNode;
}) {
  return (
    <section className="sec" aria-labelledby={id}>
      <div className="mb-3 flex items-center gap-3">
        <h2 id={id} className="h2 grow">
          {title}
        </h2>
        {edit ? (
          <ButtonLink href={edit.href} small icon="pencil">
            {edit.label}
          </ButtonLink>
        ) : null}
      </div>
      {children}
    </section>
  );
}
