'use client';

import { type ComponentProps, type ReactNode, useId } from 'react';
import { describedBy, FieldFrame, type FieldFrameProps } from './field-frame';

/**
 * One labelled input. The width says how much is expected (`inputClass`). `after` stands inside the input's right end.
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
}: Omit<FieldFrameProps, 'id'> & { after?: ReactNode; inputClass?: string } & ComponentProps<'input'>) {
  const ownId = useId();
  const id = givenId ?? ownId;
  const look = ['inp', error && 'bad', after && 'holds', inputClass].filter(Boolean).join(' ');
  const control = (
    <input
      {...input}
      id={id}
      className={after ? undefined : look}
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy({ id, error, help })}
    />
  );
  return (
    <FieldFrame id={id} label={label} help={help} error={error} errorPrefix={errorPrefix} aside={aside}>
      {after ? (
        <div className={look}>
          {control}
          {after}
        </div>
      ) : (
        control
      )}
    </FieldFrame>
  );
}
