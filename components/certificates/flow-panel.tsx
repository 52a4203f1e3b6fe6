import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FormAction } from '@/components/forms/plain-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { isAtWork } from '@/lib/domain/certificate';
import { paths } from '@/lib/paths';
import type { FlowDetail, Onward } from '@/lib/services/certificates/schemas';
import { ChooseCredential } from './choose-credential';
import { FactorsForm } from './factors-form';
import { FlowWatch } from './flow-watch';
import { GiveUp } from './give-up';

type Actions = {
  readonly choose: FormAction<Onward>;
  readonly prove: FormAction<{ id: string }>;
  readonly resend: FormAction<{ id: string }>;
  readonly giveUp: FormAction<{ id: string }>;
};
type Props = { flow: FlowDetail; actions: Actions };

/** What an enrolment or renewal asks for now, what is under way, or how it ended; every change is said aloud. */
export async function FlowPanel({ flow, actions }: Props) {
  const t = await getTranslations('certificateFlow');
  const { step, outcome } = flow;
  const atWork = isAtWork(step);
  const said = outcome === null || step === 'unconfirmed' ? null : sentence(t, outcome);
  const isHuman = ['consent', 'choice', 'factors', 'credential'].includes(step);
  return (
    <>
      <FlowWatch isAtWork={atWork} />
      <div role="status">
        {step === 'granted' ? <Notice>{t('granted')}</Notice> : null}
        {step === 'consent' || step === 'credential' ? <Notice>{t('consent')}</Notice> : null}
        {atWork && step !== 'unconfirmed' ? <Notice>{t(step as 'listing')}</Notice> : null}
        {step === 'unconfirmed' ? <Notice tone="attention">{t('unconfirmed')}</Notice> : null}
        {said ? <Notice tone={step === 'refused' ? 'danger' : 'attention'}>{said}</Notice> : null}
      </div>
      <div className="mt-4">
        <Asked flow={flow} actions={actions} />
        <p className="mt-5 flex flex-wrap gap-3">
          <Onwards flow={flow} />
          {isHuman && flow.own ? <GiveUp flow={flow.id} action={actions.giveUp} /> : null}
        </p>
      </div>
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'certificateFlow'>>>;

/** An outcome that an older or newer build wrote is said as one that has no words. */
function sentence(t: Words, outcome: string): string {
  const unfit = outcome.startsWith('unfit_') ? (`unfit.${outcome.slice(6)}` as 'unfit.other') : null;
  if (unfit && t.has(unfit)) return t(unfit);
  const path = `outcome.${outcome}` as 'outcome.other';
  return t.has(path) ? t(path) : t('outcome.other');
}

function Asked({ flow: { id, step, candidates, chosen, otpUntil, own }, actions }: Props): ReactNode {
  if (!own) return null;
  if (step === 'choice') return <ChooseCredential flow={id} candidates={candidates} action={actions.choose} />;
  if (step === 'factors' && chosen)
    return <FactorsForm {...{ flow: id, chosen, otpUntil, prove: actions.prove, resend: actions.resend }} />;
  return null;
}

async function Onwards({ flow: { kind, step, certificateId } }: { flow: FlowDetail }) {
  const t = await getTranslations('certificateFlow');
  const isBeginning = kind === 'enrol' && ['consent', 'credential', 'refused', 'cancelled', 'expired'].includes(step);
  return (
    <>
      {certificateId === null ? null : (
        <ButtonLink href={paths.certificate(certificateId)} {...(step === 'granted' ? { variant: 'primary' } : {})}>
          {t('toCertificate')}
        </ButtonLink>
      )}
      {isBeginning ? <ButtonLink href={paths.newCertificate()}>{t('again')}</ButtonLink> : null}
      <ButtonLink href={paths.certificates()}>{t('toList')}</ButtonLink>
    </>
  );
}
