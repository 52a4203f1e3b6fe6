'use client';

import { useActionState, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import type { ActionResult } from '@/lib/actions/result';
import { useFormat } from '@/lib/format/use-format';
import { useActionForm } from './use-action-form';
import { useSentences } from './use-sentences';
import { useStepUp } from './use-step-up';

export type FormAction<T> = (previous: ActionResult<T> | null, form: FormData) => Promise<ActionResult<T>>;

type Given<T> = {
  /** Names the form within its page. */
  readonly name: string;
  readonly action: FormAction<T>;
  /** The verb's own schema, of its schemas.ts: asked before anything is posted. */
  readonly schema: z.ZodType;
  /** Sentences of faults that only this form has, by key. */
  readonly faults: Readonly<Record<string, string>> | undefined;
  /** Told once of each answer. */
  readonly answered: (result: ActionResult<T>) => void;
};

/** What every form does between the press of its button and the answer: faults at their field, a summary, one post. */
export function useSubmission<T>({ name, action, schema, faults, answered }: Given<T>) {
  const format = useFormat();
  const [result, submit, pending] = useActionState(action, null);
  const { send, again, errors, tries } = useActionForm(submit, { pending, schema });
  const { t, sentenceOf, isGeneral, titleOf } = useSentences(faults);
  const failed = result && !result.ok ? result : null;

  const [refusals, setRefusals] = useState(0);
  const told = useRef<ActionResult<T> | null>(null);
  useEffect(() => {
    if (!result || told.current === result) return;
    told.current = result;
    if (!result.ok) setRefusals((before) => before + 1);
    answered(result);
  }, [result, answered]);

  const stepUp = useStepUp(failed, again);
  const local = Object.entries(errors).map(([field, fault]) => [field, String(fault?.message ?? '')] as const);
  const shown = new Map(local.length > 0 ? local : Object.entries(stepUp ? {} : (failed?.fields ?? {})));
  const errorOf = (field: string) => {
    const fault = shown.get(field);
    return fault === undefined ? null : sentenceOf(fault);
  };
  const fields = [...shown].map(([field, fault]) => ({
    id: `${name}-${field}`,
    sentence: sentenceOf(fault),
    isGeneral: isGeneral(fault),
  }));
  const n = fields.length;
  const title =
    n > 0
      ? t('summary', { n, count: format.count(n) })
      : failed && failed.code !== 'conflict' && !stepUp
        ? titleOf(failed.code, failed.reference)
        : null;
  const words = { errorPrefix: t('errorPrefix'), optional: t('optional') };
  return {
    t,
    result,
    failed,
    submit,
    send,
    pending,
    /** The dialog that asks for the password again, while it is asked for. */
    stepUp,
    errorOf,
    words,
    summary: { title, fields, attempt: tries + refusals },
  };
}
