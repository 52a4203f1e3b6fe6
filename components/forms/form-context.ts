'use client';

import { createContext, useContext } from 'react';

/** What a form tells its fields. */
type FormState = {
  /** Before the ids of its fields: a page may hold several forms. */
  readonly name: string;
  /** As the server has them; a field begins with its own. */
  readonly values: Readonly<Record<string, string>>;
  /** The sentence of a field at fault. */
  readonly errorOf: (field: string) => string | null;
  readonly errorPrefix: string;
  /** "(optional)" */
  readonly optional: string;
};

export const FormContext = createContext<FormState | null>(null);

/** What the form around says of one field. @throws Error outside an ActionForm */
export function useFormField(field: string) {
  const form = useContext(FormContext);
  if (form === null) throw new Error(`the field ${field} stands outside a form`);
  const { name, values, errorOf, errorPrefix, optional } = form;
  return { id: `${name}-${field}`, initial: values[field] ?? '', error: errorOf(field), errorPrefix, optional };
}
