'use client';

import { useTranslations } from 'next-intl';
import { CodeField } from '@/components/forms/code-field';
import { PasswordField } from '@/components/forms/password-field';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { type FlowDetail, factors, flowChoice } from '@/lib/services/certificates/schemas';
import { Countdown } from './countdown';

type Props = {
  flow: string;
  chosen: NonNullable<FlowDetail['chosen']>;
  otpUntil: number | null;
  prove: FormAction<{ id: string }>;
  resend: FormAction<{ id: string }>;
};

/** PIN and code, as the credential wants them. */
export function FactorsForm({ flow, chosen, otpUntil, prove, resend }: Props) {
  const t = useTranslations('certificateFlow');
  const { name, pin, otp } = chosen;
  return (
    <>
      <p className="s mb-3 text-13">{t('factorsText', { name })}</p>
      <PlainForm name="prove" action={prove} schema={factors} hidden={{ flow }} submit={t('prove')}>
        {pin ? <PasswordField name="pin" label={t('pin')} autoComplete="off" /> : null}
        {otp === 'none' ? null : <CodeField name="otp" label={t(otp === 'online' ? 'otpOnline' : 'otpOffline')} />}
        {otp === 'online' && otpUntil !== null ? <Countdown until={otpUntil} /> : null}
      </PlainForm>
      {otp === 'online' ? (
        <div className="mt-3">
          <PlainForm name="resend" action={resend} schema={flowChoice} hidden={{ flow }} submit={t('resend')} quiet>
            {null}
          </PlainForm>
        </div>
      ) : null}
    </>
  );
}
