'use client';

import type { ReactNode } from 'react';
import { Icon } from '@/components/icons/icon';

export type FieldFrameProps = {
  id: string;
  label: string;
  help?: ReactNode;
  error?: string | null | undefined;
  /** Said before the error to screen readers: "Error:". */
  errorPrefix: string;
  /** Stands at the label's right end. */
  aside?: ReactNode;
};

/** What `aria-describedby` of the control names: its error, then its help. */
export const describedBy = ({ id, error, help }: Pick<FieldFrameProps, 'id' | 'error' | 'help'>): string | undefined =>
  [error ? `${id}-error` : '', help ? `${id}-help` : ''].filter(Boolean).join(' ') || undefined;

/** A labelled control: label above, error between control and help, both read with the control. */
export function FieldFrame({
  id,
  label,
  help,
  error,
  errorPrefix,
  aside,
  children,
}: FieldFrameProps & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {aside}
      </label>
      {children}
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
