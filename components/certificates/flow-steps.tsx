import { getTranslations } from 'next-intl/server';
import { Icon } from '@/components/icons/icon';
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

/** The four steps of the round trip: those behind, and the one that is now. */
export async function FlowSteps({ step }: { step: FlowStep }) {
  const t = await getTranslations('certificateFlow');
  const now = at[step];
  const behind = step === 'granted' ? steps.length : now === null ? 0 : steps.indexOf(now);
  return (
    <ol className="howto" aria-label={t('stepsLabel')}>
      {steps.map((each, index) =>
        index < behind ? (
          <li key={each} className="behind">
            <Icon name="done" tone="pass" />
            {t(`steps.${each}`)} <span className="sr-only">{t('stepDone')}</span>
          </li>
        ) : (
          <li key={each} aria-current={now === each ? 'step' : undefined}>
            {now === each ? <b>{t(`steps.${each}`)}</b> : t(`steps.${each}`)}
          </li>
        ),
      )}
    </ol>
  );
}
