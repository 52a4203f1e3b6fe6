'use client';

import { useEffect, useRef } from 'react';
import { Icon } from '@/components/icons/icon';

/**
 * What stops a form, in one place. It takes the focus each time `attempt` changes while there is something to say;
 * `fields` name what to mend, in the words that stand at the field, and lead there.
 */
export function ErrorSummary({
  title,
  fields = [],
  attempt,
}: {
  title: string | null;
  fields?: readonly { readonly id: string; readonly sentence: string }[];
  attempt: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (title === null) return null;
  return (
    <div className="sum" role="alert" tabIndex={-1} ref={box}>
      <h2 className="h2">
        <Icon name="part" />
        {title}
      </h2>
      {fields.length > 0 ? (
        <ul>
          {fields.map((field) => (
            <li key={field.id}>
              <a
                href={`#${field.id}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field.id)?.focus();
                }}
              >
                {field.sentence}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
