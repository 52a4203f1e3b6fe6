'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { CodeField } from '@/components/forms/code-field';
import { PasswordField } from '@/components/forms/password-field';
import { PlainForm } from '@/components/forms/plain-form';
import type { Proof } from '@/components/forms/step-up-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { ownProof } from '@/lib/services/profile/schemas';

/** Asks for the password, and a code where there is a second factor, before what was asked for goes on. */
export default function StepUpDialog({
  action,
  code,
  done,
  close,
}: Proof & {
  done: () => void;
  close: () => void;
}) {
  const t = useTranslations('forms');
  const nowhere = useRef<HTMLElement>(null);
  return (
    <Dialog open onOpenChange={close} title={t('stepUp.title')} className="dialog" returnTo={nowhere}>
      <div className="body">
        <h2>{t('stepUp.title')}</h2>
        <p className="s text-13">{t('stepUp.text')}</p>
        <PlainForm name="proof" action={action} schema={ownProof} submit={t('stepUp.act')} done={done}>
          <PasswordField name="password" label={t('stepUp.password')} />
          {code ? <CodeField name="code" label={t('stepUp.code')} help={t('stepUp.codeHelp')} /> : null}
        </PlainForm>
      </div>
      <div className="foot">
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </Dialog>
  );
}
