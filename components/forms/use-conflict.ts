'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { Difference } from './conflict';
import { controlsOf, typeInto, valuesOf } from './form-values';

/**
 * After a conflict the page is read anew: `values` then are theirs, the controls still hold yours. Null until there was
 * one. `conflicted` changes with each answer that said so.
 */
export function useConflict(
  form: RefObject<HTMLFormElement | null>,
  values: Readonly<Record<string, string>>,
  conflicted: object | null,
) {
  const [differences, setDifferences] = useState<readonly Difference[] | null>(null);
  useEffect(() => {
    const element = form.current;
    if (!conflicted || !element) return setDifferences(null);
    const yours = valuesOf(element);
    setDifferences(
      Object.entries(values).flatMap(([field, theirs]) =>
        yours[field] === undefined || yours[field] === theirs
          ? []
          : [{ field, label: labelOf(element, field), theirs, yours: yours[field] }],
      ),
    );
  }, [form, values, conflicted]);

  const take = ({ field, theirs }: Difference) => {
    if (form.current) typeInto(form.current, field, theirs);
    setDifferences((before) => before?.filter((each) => each.field !== field) ?? null);
  };
  return { differences, take };
}

/** What stands over the control, as the reader sees it. */
function labelOf(form: HTMLFormElement, field: string): string {
  const [control] = controlsOf(form, field);
  const said = control?.closest('fieldset')?.querySelector('legend') ?? control?.labels?.[0];
  return said?.textContent ?? field;
}
