'use client';

import { useTranslations } from 'next-intl';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { flowChoice } from '@/lib/services/certificates/schemas';

/** Gives an enrolment or renewal up. */
export function GiveUp({ flow, action }: { flow: string; action: FormAction<{ id: string }> }) {
  const t = useTranslations('certificateFlow');
  return (
    <PlainForm name="give-up" action={action} schema={flowChoice} hidden={{ flow }} submit={t('giveUp')} quiet>
      {null}
    </PlainForm>
  );
}
