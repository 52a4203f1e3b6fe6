'use client';

import { useTranslations } from 'next-intl';
import { Icon, type IconName, type IconTone } from '@/components/icons/icon';
import { StatusChip } from '@/components/ui/chip';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import type { CheckResult, SignatureReport } from '@/lib/domain/validation';
import { useFormat } from '@/lib/format/use-format';
import type { DocumentValidation } from '@/lib/services/documents/validate';

/** The verdicts on a document's signatures in words, each with what was checked. */
export function ValidationReport({ validation: { document, detailed } }: { validation: DocumentValidation }) {
  const t = useTranslations('validation');
  const format = useFormat();
  const { signatures, indication, subIndication, at } = detailed;
  return (
    <div role="status" className="grid gap-4">
      {document.isAsRegistered ? null : <Notice tone="danger">{t('notRegistered')}</Notice>}
      {signatures.map((each) => (
        <Verdict key={each.field} signature={each} />
      ))}
      {signatures.length > 0 ? null : indication === null ? (
        <Notice tone="attention">{t('unsigned')}</Notice>
      ) : (
        <Summary indication={indication} subIndication={subIndication} />
      )}
      <p className="text-13 text-text-2">
        {document.isAsRegistered ? `${t('registered')} ` : null}
        {t('at', { at: format.full(at) })} <span className="q">{format.zone(at)}</span>
      </p>
    </div>
  );
}

/** Verdict and what it means. */
function Summary({ indication, subIndication }: Pick<SignatureReport, 'indication' | 'subIndication'>) {
  const t = useTranslations('validation');
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13">
      <StatusChip status={indication} label={t(`indication.${indication}`)} detail={subIndication ?? indication} />
      <span>{subIndication === null ? t('passed') : t(`sub.${subIndication}`)}</span>
    </p>
  );
}

function Verdict({ signature }: { signature: SignatureReport }) {
  const t = useTranslations('validation');
  const format = useFormat();
  const { signer, signedAt, timeStampedBy, level, coversAll, digest, field } = signature;
  const when =
    signedAt === null ? t('noStamp') : t('stampedBy', { at: format.full(signedAt), by: timeStampedBy ?? '' });
  return (
    <section
      className="[&+section]:border-border [&+section]:border-t [&+section]:pt-4"
      aria-label={signer ? t('signatureOf', { name: signer.commonName }) : t('signatureOfUnknown', { field })}
    >
      <Summary indication={signature.indication} subIndication={signature.subIndication} />
      <div className="mt-2">
        <Facts
          of={[
            [t('signer'), signer && <bdi key="signer">{signer.commonName}</bdi>],
            [t('organisation'), signer?.organisation && <bdi key="organisation">{signer.organisation}</bdi>],
            [t('issuer'), signer && <bdi key="issuer">{signer.issuer}</bdi>],
            ...(signer?.qualified ? [[t('kind'), t(`qualified.${signer.qualified}`)] as const] : []),
            [t('signedAt'), when],
            [t('level'), level === null ? t('noLevel') : [`PAdES ${level}`, digest].filter(Boolean).join(', ')],
            [t('covers'), coversAll ? t('coversAll') : t('coversPart')],
          ]}
        />
      </div>
      <Checks checks={signature.checks} />
    </section>
  );
}

const icons: Readonly<Record<CheckResult, readonly [IconName, IconTone]>> = {
  passed: ['done', 'pass'],
  failed: ['fail', 'fail'],
  warning: ['warn', 'warn'],
  skipped: ['cancel', 'wait'],
};

/** Each thing that was looked at: open by itself where one of them was not right. */
function Checks({ checks }: Pick<SignatureReport, 'checks'>) {
  const t = useTranslations('validation');
  const isDoubtful = checks.some(({ result }) => result === 'failed' || result === 'warning');
  return (
    <details className="mt-2 text-13" open={isDoubtful}>
      <summary className="cursor-pointer py-1 font-medium">{t('checks')}</summary>
      <ul className="mt-1 grid gap-1">
        {checks.map(({ check, result }) => {
          const [icon, tone] = icons[result];
          return (
            <li key={check} className="flex items-start gap-2">
              <span className="mt-0.5 flex-none">
                <Icon name={icon} tone={tone} />
              </span>
              <span className={result === 'skipped' ? 'text-text-2' : undefined}>
                {t(`check.${check}`)} <span className="q">{t(`result.${result}`)}</span>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
