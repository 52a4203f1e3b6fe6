'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Icon } from '@/components/icons/icon';

/**
 * What stops a form, in one place. It takes the focus each time `attempt` changes while there is something to say;
 * `fields` name what to mend, in the words that stand at the field, and lead there; a general sentence has the field's
 * label before it.
 */
export function ErrorSummary({
  title,
  fields = [],
  attempt,
}: {
  title: string | null;
  fields?: readonly { readonly id: string; readonly sentence: string; readonly isGeneral?: boolean }[];
  attempt: number;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  const labels = useLabels(fields.filter(({ isGeneral }) => isGeneral).map(({ id }) => id));
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
                {labels[field.id] ? `${labels[field.id]}: ` : null}
                <span>{field.sentence}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The words above these fields, known before the summary is shown and read out. */
function useLabels(ids: readonly string[]): Readonly<Record<string, string>> {
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>({});
  const wanted = ids.join(' ');
  useLayoutEffect(() => {
    const found = wanted.split(' ').filter(Boolean);
    setLabels(Object.fromEntries(found.map((id) => [id, labelOf(id)])));
  }, [wanted]);
  return labels;
}

/** Without what stands beside it: "(optional)". */
const labelOf = (id: string): string => document.querySelector(`label[for="${id}"]`)?.firstChild?.textContent ?? '';
