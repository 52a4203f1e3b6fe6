'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback } from 'react';
import type { z } from 'zod';
import { Button } from '@/components/ui/button';
import type { ActionResult } from '@/lib/actions/result';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { type FormAction, useSubmission } from './use-submission';

export type { FormAction };

type Props<T> = {
  name: string;
  action: FormAction<T>;
  schema: z.ZodType;
  hidden?: Readonly<Record<string, string>>;
  values?: Readonly<Record<string, string>>;
  /** The button: "Send the link". */
  submit: string;
  /** What stands there instead once it is done; without it the page is read anew. */
  success?: (data: T) => ReactNode;
  /** Told once it is done. */
  done?: (data: T) => void;
  faults?: Readonly<Record<string, string>>;
  /** Why it cannot be done any more, where that is all that a conflict means. */
  gone?: ReactNode;
  /** Beside another form's button: not the page's one primary act. */
  quiet?: boolean;
  children: ReactNode;
};

const none: Readonly<Record<string, string>> = {};

/** A short form with one button, for what is done and not edited: no draft, nothing to compare. */
export function PlainForm<T>(props: Props<T>) {
  const {
    name,
    action,
    schema,
    hidden = none,
    values = none,
    submit: label,
    success,
    done,
    faults,
    gone,
    quiet = false,
    children,
  } = props;
  const router = useRouter();
  const answered = useCallback(
    (result: ActionResult<T>) => {
      if (!result.ok || success) return;
      if (done) done(result.data);
      else router.refresh();
    },
    [router, success, done],
  );
  const { result, failed, submit, send, pending, stepUp, errorOf, words, summary } = useSubmission({
    name,
    action,
    schema,
    faults,
    answered,
  });
  if (result?.ok && success) return <div role="status">{success(result.data)}</div>;
  if (failed?.code === 'conflict' && gone) return <div role="status">{gone}</div>;
  return (
    <FormContext value={{ name, values, errorOf, ...words }}>
      <form action={submit} noValidate onSubmit={send} className="shortform">
        {Object.entries(hidden).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <ErrorSummary {...summary} />
        {children}
        <Button type="submit" {...(quiet ? {} : { variant: 'primary' })} disabled={pending}>
          {label}
        </Button>
      </form>
      {stepUp}
    </FormContext>
  );
}
