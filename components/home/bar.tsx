import type { ReactNode } from 'react';

/** Heading of a region on the home page, with what leads further at its right end. */
export function Bar({ title, note, children }: { title: string; note?: string; children?: ReactNode }) {
  return (
    <div className="bar mb-0 px-(--gutter) text-13">
      <h2 className="h2 grow">
        {title} {note ? <span className="q">{note}</span> : null}
      </h2>
      {children}
    </div>
  );
}
