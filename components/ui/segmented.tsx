'use client';

import type { ReactNode } from 'react';

type Choice<Value extends string> = { readonly value: Value; readonly label: ReactNode; readonly hint?: string };

/** A choice among two to four that takes effect at once. `label` names the group for screen readers. */
export function Segmented<Value extends string>({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  /** Null: none is shown as chosen. */
  value: Value | null;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}) {
  return (
    <fieldset className="seg" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          aria-label={choice.hint}
          onClick={() => onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}
