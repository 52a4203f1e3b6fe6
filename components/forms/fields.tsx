'use client';

import type { ComponentProps, ReactNode } from 'react';
import { Field } from './field';
import { describedBy, FieldFrame } from './field-frame';
import { useFormField } from './form-context';

type Common = {
  /** As the verb's schema names it. */
  name: string;
  label: string;
  help?: ReactNode;
  /** Says so beside the label; what is not optional is not marked. */
  optional?: boolean;
};

const Optional = ({ children }: { children: string }) => <span className="q font-normal">{children}</span>;

/** One line of text of an ActionForm. */
export function TextField({
  name,
  label,
  help,
  optional: isOptional = false,
  ...input
}: Common & { after?: ReactNode; inputClass?: string } & Omit<ComponentProps<'input'>, 'name' | 'id'>) {
  const { id, initial, error, errorPrefix, optional } = useFormField(name);
  return (
    <Field
      defaultValue={input.value === undefined && input.type !== 'password' ? initial : undefined}
      {...input}
      id={id}
      name={name}
      label={label}
      help={help}
      error={error}
      errorPrefix={errorPrefix}
      aside={isOptional ? <Optional>{optional}</Optional> : undefined}
    />
  );
}

/** Several lines of text of an ActionForm. */
export function TextAreaField({
  name,
  label,
  help,
  optional: isOptional = false,
  rows = 3,
  ...area
}: Common & Omit<ComponentProps<'textarea'>, 'name' | 'id'>) {
  const { id, initial, error, errorPrefix, optional } = useFormField(name);
  return (
    <FieldFrame
      {...{ id, label, help, error, errorPrefix }}
      aside={isOptional ? <Optional>{optional}</Optional> : undefined}
    >
      <textarea
        {...area}
        id={id}
        name={name}
        rows={rows}
        defaultValue={initial}
        className={error ? 'inp bad' : 'inp'}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy({ id, error, help })}
      />
    </FieldFrame>
  );
}
