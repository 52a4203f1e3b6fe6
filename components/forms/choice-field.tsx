'use client';

import type { ReactNode } from 'react';
import { Icon } from '@/components/icons/icon';
import { useFormField } from './form-context';

type Choice = { readonly value: string; readonly label: string; readonly text?: ReactNode };

/** One of a few that are all in sight, each with a sentence that says what it means. */
export function ChoiceField({
  name,
  label,
  of,
  onChoose,
}: {
  name: string;
  label: string;
  of: readonly Choice[];
  onChoose?: (value: string) => void;
}) {
  const { id, initial, error, errorPrefix } = useFormField(name);
  return (
    <fieldset className="field" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="lab">{label}</legend>
      <div className="choices">
        {of.map(({ value, label: said, text }, index) => (
          <label key={value} className="option">
            <input
              // The summary leads to the first.
              id={index === 0 ? id : undefined}
              type="radio"
              name={name}
              value={value}
              defaultChecked={initial === value}
              onChange={() => onChoose?.(value)}
            />
            <span>
              <span className="strong">{said}</span>
              {text ? <span className="help block">{text}</span> : null}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p className="err" id={`${id}-error`}>
          <Icon name="part" />
          <span>
            <span className="sr-only">{errorPrefix} </span>
            {error}
          </span>
        </p>
      ) : null}
    </fieldset>
  );
}
