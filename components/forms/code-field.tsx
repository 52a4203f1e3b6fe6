'use client';

import { TextField } from './fields';

/** A code of a second factor: never kept, filled in by whoever knows it. */
export function CodeField({ name, label, help }: { name: string; label: string; help?: string }) {
  return (
    <TextField
      name={name}
      label={label}
      help={help}
      inputMode="text"
      autoComplete="one-time-code"
      inputClass="id max-w-64"
      spellCheck={false}
    />
  );
}
