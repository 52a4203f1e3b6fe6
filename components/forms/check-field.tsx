'use client';

import type { ReactNode } from 'react';
import { useFormField } from './form-context';

/** A box that is ticked or not; ticked, the form has its name with `on`. */
export function CheckField({ name, label }: { name: string; label: ReactNode }) {
  const { id, initial } = useFormField(name);
  return (
    <label className="choice">
      <input id={id} type="checkbox" name={name} defaultChecked={initial === 'on'} />
      {label}
    </label>
  );
}
