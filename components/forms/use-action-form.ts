'use client';

import { type FormEvent, startTransition } from 'react';
import { type FieldValues, useForm } from 'react-hook-form';

/**
 * A form that ends in a server action: `submit`, of useActionState, which is also the form's `action`, so that it works
 * before and without any script. With script, `send` (its onSubmit) first asks the rules of the registered fields; a
 * field at fault posts nothing. What was typed stays either way: React resets a form only after its own submission.
 *
 * Inputs stay with the browser (no `defaultValues`), so what was typed before the script came is kept too. Errors change
 * only on submission; `tries` counts those that the rules stopped, for the summary's focus.
 */
export function useActionForm<Values extends FieldValues>(submit: (form: FormData) => void) {
  const { register, handleSubmit, formState } = useForm<Values>({
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const { errors, submitCount } = formState;
  const send = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    void handleSubmit(() => startTransition(() => submit(new FormData(form))))(event);
  };
  return { register, send, errors, tries: Object.keys(errors).length > 0 ? submitCount : 0 };
}
