'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, type RefObject, useActionState, useEffect, useState } from 'react';
import type { z } from 'zod';
import type { FormAction } from '@/components/forms/action-form';
import { ErrorSummary } from '@/components/forms/error-summary';
import { TextField } from '@/components/forms/fields';
import { FormContext } from '@/components/forms/form-context';
import { useActionForm } from '@/components/forms/use-action-form';
import { useSentences } from '@/components/forms/use-sentences';
import { useStepUp } from '@/components/forms/use-step-up';
import { Icon, type IconName } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

export type Confirmation<T> = {
  /** What will be done to what: "Suspend issuer Padaria Central". */
  title: string;
  /** What will happen, one consequence a line, each with a sign of its own. */
  consequences: readonly { readonly icon: IconName; readonly text: ReactNode }[];
  action: FormAction<T>;
  /** Posted along: id, version, the status to come. */
  hidden: Readonly<Record<string, string | number>>;
  schema: z.ZodType;
  /** The button that acts: "Suspend issuer". */
  act: string;
  danger?: boolean;
  /** Asks why, in a field named `reason`. */
  reason?: { readonly label: string; readonly help?: string; readonly optional?: boolean };
  /** Only for what cannot be undone: the name must be typed first. */
  typeName?: { readonly name: string; readonly label: string };
  /** Sentences of faults that only this act has, by key. */
  faults?: Readonly<Record<string, string>>;
  /** Fields beside the reason. */
  children?: ReactNode;
  /** Where to go once it is done; without it the page is read anew. */
  done?: (data: T) => string;
};

/** At once when it is there: the dialog's own choice would be its first field. */
const takeFocus = (button: HTMLButtonElement | null): void => button?.focus();

/** The dialog before an act. Cancel has the focus; a refusal is said inside, and nothing is lost. */
export default function ConfirmDialog<T>({
  returnTo,
  close,
  ...of
}: Confirmation<T> & { returnTo: RefObject<HTMLElement | null>; close: () => void }) {
  const { title, consequences, action, hidden, schema, act, danger = false, reason, typeName, faults, done } = of;
  const router = useRouter();
  const [result, submit, pending] = useActionState(action, null);
  const { send, again, errors, tries } = useActionForm(submit, { pending, schema });
  const { t, sentenceOf, titleOf } = useSentences(faults);
  const [typed, setTyped] = useState('');
  useEffect(() => {
    if (result?.ok) {
      close();
      if (done) router.push(done(result.data));
      else router.refresh();
    }
    if (result && !result.ok && result.code === 'conflict') router.refresh();
  }, [result, close, done, router]);

  const refused = result && !result.ok ? result : null;
  const stepUp = useStepUp(refused, again);
  const failed = stepUp ? null : refused;
  const errorOf = (field: string) => {
    const fault = errors[field]?.message ?? failed?.fields?.[field];
    return fault === undefined ? null : sentenceOf(String(fault));
  };
  const general = Object.entries(failed?.fields ?? {}).find(([field]) => field !== 'reason');
  const refusal = failed ? (general ? sentenceOf(general[1]) : titleOf(failed.code, failed.reference)) : null;
  return (
    <Dialog open onOpenChange={close} title={title} className="dialog" returnTo={returnTo}>
      <FormContext
        value={{ name: 'confirm', values: {}, errorOf, errorPrefix: t('errorPrefix'), optional: t('optional') }}
      >
        <form action={submit} noValidate onSubmit={send}>
          <div className="body">
            <h2>
              <bdi>{title}</bdi>
            </h2>
            {Object.entries(hidden).map(([field, value]) => (
              <input key={field} type="hidden" name={field} value={value} />
            ))}
            {failed?.fields?.reason ? null : <ErrorSummary title={refusal} attempt={tries + (failed ? 1 : 0)} />}
            <ul className="what">
              {consequences.map(({ icon, text }) => (
                <li key={icon}>
                  <Icon name={icon} />
                  <span>{text}</span>
                </li>
              ))}
            </ul>
            {of.children}
            {reason ? <TextField name="reason" {...reason} maxLength={500} /> : null}
            {typeName ? (
              <label className="field block">
                <span className="lab">{typeName.label}</span>
                <input className="inp" autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
              </label>
            ) : null}
          </div>
          <div className="foot">
            <Button ref={takeFocus} onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              variant={danger ? 'danger' : 'primary'}
              disabled={pending || (typeName !== undefined && typed.trim() !== typeName.name)}
            >
              {act}
            </Button>
          </div>
        </form>
      </FormContext>
      {stepUp}
    </Dialog>
  );
}
