'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useCallback, useRef } from 'react';
import type { z } from 'zod';
import type { ActionResult } from '@/lib/actions/result';
import { Conflict } from './conflict';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { SaveBar } from './save-bar';
import { useConflict } from './use-conflict';
import { useDraft } from './use-draft';
import { type FormAction, useSubmission } from './use-submission';

export type { FormAction };

type Props<T> = {
  /** Names the form within its page. */
  name: string;
  action: FormAction<T>;
  /** The verb's own schema, of its schemas.ts: asked before anything is posted. */
  schema: z.ZodType;
  /** What the server has, by field; a new thing has nothing. */
  values?: Readonly<Record<string, string>>;
  /** Posted along: the id, the version that the edit begins from. */
  hidden?: Readonly<Record<string, string | number>>;
  /** What the button does: "Save", "Invite operator". */
  save: string;
  /** Where Cancel leads. */
  cancel?: string;
  /** Where to go once it is done; null stays, and says that it is saved. */
  done?: (data: T) => string | null;
  /** Sentences of faults that only this form has, by key. */
  faults?: Readonly<Record<string, string>>;
  children: ReactNode;
};

const none: Readonly<Record<string, string>> = {};

/**
 * A form as every screen has it: faults in one place and at their field, a draft that survives a reload, a bar that says
 * what is unsaved, theirs beside yours when two saved at once. It works before, and without, any script.
 */
export function ActionForm<T>(props: Props<T>) {
  const { name, action, schema, values = none, hidden = none, save, cancel, done, faults, children } = props;
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  const { dirty, note, settle, discard } = useDraft(form, name);
  const answered = useCallback(
    (result: ActionResult<T>) => {
      if (!result.ok) {
        if (result.code === 'conflict') router.refresh();
        return;
      }
      settle();
      const next = done?.(result.data) ?? null;
      if (next === null) router.refresh();
      else router.push(next);
    },
    [done, router, settle],
  );
  const { t, result, failed, submit, send, pending, stepUp, errorOf, words, summary } = useSubmission({
    name,
    action,
    schema,
    faults,
    answered,
  });
  const { differences, take } = useConflict(form, values, failed?.code === 'conflict' ? failed : null);
  return (
    <FormContext value={{ name, values, errorOf, ...words }}>
      <form ref={form} className="form" action={submit} noValidate onSubmit={send} onInput={note} onChange={note}>
        {Object.entries(hidden).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <ErrorSummary {...summary} />
        {differences ? (
          <Conflict
            differences={differences}
            take={take}
            words={{
              title: t('conflict.title'),
              same: t('conflict.same'),
              theirs: t('conflict.theirs'),
              yours: t('conflict.yours'),
              take: t('conflict.take'),
              nothing: t('conflict.nothing'),
            }}
          />
        ) : null}
        {children}
        <SaveBar
          state={dirty ? 'dirty' : result?.ok ? 'saved' : 'clean'}
          words={{
            unsaved: t('unsaved'),
            kept: t('keptHere'),
            saved: t('saved'),
            discard: t('discard'),
            cancel: t('cancel'),
          }}
          save={save}
          cancel={cancel}
          pending={pending}
          onDiscard={discard}
        />
      </form>
      {stepUp}
    </FormContext>
  );
}

/** A part of a form under its own heading. */
export function FormSection({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  return (
    <section className="part">
      <h2 className="h2">{title}</h2>
      {text ? <p className="help">{text}</p> : null}
      {children}
    </section>
  );
}
