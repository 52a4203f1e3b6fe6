'use client';

import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from '@/components/icons/icon';

/**
 * One labelled input. Label above, error between input and help, both read with the input. The width says how much is
 * expected (`inputClass`). `aside` stands at the label's right end, `after` inside the input's right end.
 */
export function Field({
  label,
  help,
  error,
  errorPrefix,
  aside,
  after,
  inputClass,
  id: givenId,
  ...input
}: {
  label: string;
  help?: ReactNode;
  error?: string | null | undefined;
  /** Said before the error to screen readers: "Error:". */
  errorPrefix: string;
  aside?: ReactNode;
  after?: ReactNode;
  inputClass?: string;
} & ComponentProps<'input'>) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const described = [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ');
  const look = ['inp', error && 'bad', after && 'holds', inputClass].filter(Boolean).join(' ');
  const control = (
    <input
      {...input}
      id={id}
      className={after ? undefined : look}
      aria-invalid={error ? true : undefined}
      aria-describedby={described || undefined}
    />
  );
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {aside}
      </label>
      {after ? (
        <div className={look}>
          {control}
          {after}
        </div>
      ) : (
        control
      )}
      {error ? (
        <p className="err" id={`${id}-error`}>
          <Icon name="part" />
          <span>
            <span className="sr-only">{errorPrefix} </span>
            {error}
          </span>
        </p>
      ) : null}
      {help ? (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      ) : null}
    </div>
  );
}
