import { getTranslations } from 'next-intl/server';
import type { FlowStep } from '@/lib/domain/certificate';

const steps = ['consent', 'choice', 'factors', 'granted'] as const;
const at: Readonly<Record<FlowStep, (typeof steps)[number] | null>> = {
  consent: 'consent',
  listing: 'choice',
  choice: 'choice',
  otp: 'factors',
  factors: 'factors',
  credential: 'factors',
  granting: 'granted',
  unconfirmed: 'granted',
  granted: 'granted',
  refused: null,
  cancelled: null,
  expired: null,
};

/** The four steps of the round trip, and which of them is now. */
export async function FlowSteps({ step }: { step: FlowStep }) {
  const t = await getTranslations('certificateFlow');
  return (
    <ol className="howto" aria-label={t('stepsLabel')}>
      {steps.map((each) => (
        <li key={each} aria-current={at[step] === each ? 'step' : undefined}>
          {at[step] === each ? <b>{t(`steps.${each}`)}</b> : t(`steps.${each}`)}
        </li>
      ))}
    </ol>
  );
}
