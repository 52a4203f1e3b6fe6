import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FormAction } from '@/components/forms/plain-form';
import { ButtonLink } from '@/components/ui/button-link';
import { NavLink } from '@/components/ui/nav-link';
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
      <div role="status" className="not-empty:mb-4">
        {step === 'granted' ? <Notice tone="success">{t('granted')}</Notice> : null}
        {step === 'consent' || step === 'credential' ? <Notice>{t('consent')}</Notice> : null}
        {atWork && step !== 'unconfirmed' ? <Notice>{t(step as 'listing')}</Notice> : null}
        {step === 'unconfirmed' ? <Notice tone="attention">{t('unconfirmed')}</Notice> : null}
        {said ? <Notice tone={step === 'refused' ? 'danger' : 'attention'}>{said}</Notice> : null}
      </div>
      <Asked flow={flow} actions={actions} />
      <Onwards flow={flow}>{isHuman && flow.own ? <GiveUp flow={flow.id} action={actions.giveUp} /> : null}</Onwards>
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

/** Ways on from here: buttons once it has ended; while something is asked for they step back behind that. */
async function Onwards({ flow, children }: { flow: FlowDetail; children: ReactNode }) {
  const t = await getTranslations('certificateFlow');
  const { kind, step, certificateId } = flow;
  const certificate = certificateId === null ? null : paths.certificate(certificateId);
  if (['choice', 'factors'].includes(step))
    return (
      <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2 text-13">
        {children}
        {certificate ? <Aside to={certificate}>{t('toCertificate')}</Aside> : null}
        <Aside to={paths.certificates()}>{t('toList')}</Aside>
      </div>
    );
  const isBeginning = kind === 'enrol' && ['consent', 'credential', 'refused', 'cancelled', 'expired'].includes(step);
  return (
    <div className="flex flex-wrap gap-3">
      {certificate ? (
        <ButtonLink href={certificate} {...(step === 'granted' ? { variant: 'primary' } : {})}>
          {t('toCertificate')}
        </ButtonLink>
      ) : null}
      {isBeginning ? <ButtonLink href={paths.newCertificate()}>{t('again')}</ButtonLink> : null}
      <ButtonLink href={paths.certificates()}>{t('toList')}</ButtonLink>
      {children}
    </div>
  );
}

const Aside = ({ to, children }: { to: string; children: ReactNode }) => (
  <NavLink to={to} className="py-1 underline">
    {children}
  </NavLink>
);
