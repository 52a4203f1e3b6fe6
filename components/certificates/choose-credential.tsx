'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { useFormat } from '@/lib/format/use-format';
import { choice, type FlowCandidate, type Onward } from '@/lib/services/certificates/schemas';

type Props = {
  flow: string;
  candidates: readonly FlowCandidate[];
  action: FormAction<Onward>;
};

/** The credentials of the account; those that cannot be used say why. */
export function ChooseCredential({ flow, candidates, action }: Props) {
  const t = useTranslations('certificateFlow');
  const format = useFormat();
  const router = useRouter();
  // One primary a page.
  const several = candidates.filter(({ unfit }) => unfit === null).length > 1;
  return (
    <ul className="credentials">
      {candidates.map(({ id, commonName, issuerName, validTo, unfit, atAuthority }) => (
        <li key={id}>
          <div className="min-w-0 grow">
            <div className="strong">
              <bdi>{commonName}</bdi>
            </div>
            <div className="s text-13">
              <bdi>{issuerName}</bdi> · {t('column.until')} {format.parts(validTo).day}
            </div>
            {unfit ? <div className="text-13 text-attention-text">{t(`unfit.${unfit}`)}</div> : null}
          </div>
          {unfit ? null : (
            <PlainForm<Onward>
              name={`choose-${id}`}
              action={action}
              schema={choice}
              hidden={{ flow, credential: id }}
              quiet={several}
              submit={atAuthority ? t('atAuthority') : t('useThis')}
              done={({ url }) => (url === null ? router.refresh() : router.push(url))}
            >
              {null}
            </PlainForm>
          )}
        </li>
      ))}
    </ul>
  );
}
