'use client';

import { describedBy, FieldFrame } from './field-frame';
import { useFormField } from './form-context';

/** One of many, in a list that opens. */
export function SelectField({
  name,
  label,
  of,
  help,
  onChoose,
}: {
  name: string;
  label: string;
  of: readonly (readonly [value: string, label: string])[];
  help?: string;
  onChoose?: (value: string) => void;
}) {
  const { id, initial, error, errorPrefix } = useFormField(name);
  return (
    <FieldFrame {...{ id, label, help, error, errorPrefix }}>
      <select
        id={id}
        name={name}
        defaultValue={initial}
        className={error ? 'inp bad' : 'inp'}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, error, help })}
        onChange={(event) => onChoose?.(event.target.value)}
      >
        {of.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
