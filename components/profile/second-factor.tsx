'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmAction } from '@/components/detail/confirm-action';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { useFormat } from '@/lib/format/use-format';
import { type Enrolment, nothing, type SecondFactorView, secondFactorWish } from '@/lib/services/second-factor/schemas';
import { Enrol } from './enrol';
import { RecoveryCodes } from './recovery-codes';

type Codes = { codes: string[] };
type Actions = {
  begin: FormAction<Enrolment>;
  confirm: FormAction<Codes>;
  remove: FormAction<object>;
  renewCodes: FormAction<Codes>;
};

/** The second factor: none, being added, or there; recovery codes are shown once, when they are made. */
export function SecondFactor({ factor, actions }: { factor: SecondFactorView; actions: Actions }) {
  const t = useTranslations('profile.factor');
  const format = useFormat();
  const router = useRouter();
  const [made, setMade] = useState<readonly string[] | null>(null);
  const kept = () => {
    setMade(null);
    router.refresh();
  };
  if (made) return <RecoveryCodes codes={made} kept={kept} />;
  if (factor.enrolled) {
    return (
      <>
        <p className="text-13">
          {t('on')} {t('codesLeft', { n: factor.codes, count: format.count(factor.codes) })}
        </p>
        <p className="mt-4 flex flex-wrap gap-2">
          <ConfirmAction<Codes>
            label={t('renew')}
            look={{ small: true, icon: 'renew' }}
            title={t('renew')}
            consequences={[{ icon: 'renew', text: t('renewSays') }]}
            action={keeping(actions.renewCodes, setMade)}
            schema={nothing}
            hidden={{}}
            act={t('renew')}
          />
          <ConfirmAction<object>
            label={t('remove')}
            look={{ small: true, icon: 'cancel' }}
            blocked={factor.required ? t('required') : null}
            title={t('remove')}
            consequences={[{ icon: 'cancel', text: t('removeSays') }]}
            action={actions.remove}
            schema={nothing}
            hidden={{}}
            act={t('remove')}
            danger
          />
        </p>
      </>
    );
  }
  return (
    <PlainForm<Enrolment>
      name="factor"
      action={actions.begin}
      schema={secondFactorWish}
      hidden={{ kind: 'totp' }}
      submit={t('add')}
      success={(enrolment) => <Enrol enrolment={enrolment} action={actions.confirm} done={setMade} />}
    >
      <p className="s text-13">{t('off')}</p>
    </PlainForm>
  );
}

/** The act, with the codes that it makes handed on before the page is read anew. */
function keeping(action: FormAction<Codes>, keep: (codes: readonly string[]) => void): FormAction<Codes> {
  return async (previous, form) => {
    const result = await action(previous, form);
    if (result.ok) keep(result.data.codes);
    return result;
  };
}
