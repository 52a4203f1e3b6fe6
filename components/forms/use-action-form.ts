'use client';

import { type FormEvent, startTransition, useEffect, useRef } from 'react';
import { type FieldValues, type Resolver, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { valuesOf } from './form-values';

/**
 * A form that ends in a server action: `submit`, of useActionState, which is also the form's `action`, so that it works
 * before and without any script. With script, `send` (its onSubmit) first asks the rules of the registered fields, or
 * the verb's own `schema`; a field at fault posts nothing. What was typed stays either way: React resets a form only
 * after its own submission.
 *
 * Inputs stay with the browser (no values in React), so what was typed before the script came is kept too. Errors change
 * only on submission; `tries` counts those that the rules stopped, for the summary's focus. What is pressed twice is
 * posted once: `pending`, of useActionState, comes too late for the second press of a double click.
 */
export function useActionForm<Values extends FieldValues>(
  submit: (form: FormData) => void,
  { pending, schema }: { pending: boolean; schema?: z.ZodType },
) {
  const sending = useRef(false);
  useEffect(() => {
    if (!pending) sending.current = false;
  }, [pending]);
  const element = useRef<HTMLFormElement>(null);
  const last = useRef<FormData>(null);
  const { register, handleSubmit, formState } = useForm<Values>({
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
    ...(schema ? { resolver: resolverOf<Values>(schema, () => element.current) } : {}),
  });
  const { errors, submitCount } = formState;
  const send = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    element.current = form;
    if (sending.current) return event.preventDefault();
    sending.current = true;
    const stopped = () => {
      sending.current = false;
    };
    void handleSubmit(() => {
      last.current = new FormData(form);
      again();
    }, stopped)(event);
  };
  /** Posts what was posted last once more: after something that it needed was given. */
  const again = () => {
    const form = last.current;
    if (form) startTransition(() => submit(form));
  };
  return { register, send, again, errors, tries: Object.keys(errors).length > 0 ? submitCount : 0 };
}

/** Asks the schema about the form as it stands, hidden fields included; the first fault of a field is said. */
function resolverOf<Values extends FieldValues>(
  schema: z.ZodType,
  form: () => HTMLFormElement | null,
): Resolver<Values> {
  return (values) => {
    const element = form();
    const parsed = schema.safeParse(element ? valuesOf(element) : values);
    if (parsed.success) return { values, errors: {} };
    const faults: Record<string, { type: string; message: string }> = {};
    for (const { path, message } of parsed.error.issues) {
      faults[String(path[0] ?? 'form')] ??= { type: 'schema', message };
    }
    return { values: {}, errors: faults as never };
  };
}
