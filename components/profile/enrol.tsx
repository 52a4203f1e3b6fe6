'use client';

import { useTranslations } from 'next-intl';
import { CodeField } from '@/components/forms/code-field';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { CopyButton } from '@/components/ui/copy-button';
import { type Enrolment, secondFactorCode } from '@/lib/services/second-factor/schemas';

type Codes = { codes: string[] };

/** Adds a second factor: scan or type the key, then write a code of it. */
export function Enrol({
  enrolment: { key, path, size },
  action,
  done,
}: {
  enrolment: Enrolment;
  action: FormAction<Codes>;
  done: (codes: readonly string[]) => void;
}) {
  const t = useTranslations('profile.factor');
  const confirm: FormAction<Codes> = async (previous, form) => {
    const result = await action(previous, form);
    if (result.ok) done(result.data.codes);
    return result;
  };
  const grouped = key.replace(/(.{4})(?=.)/g, '$1 ');
  return (
    <ol className="steps">
      <li>
        <p>{t('scan')}</p>
        <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('qr')} shapeRendering="crispEdges">
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <p className="q">{t('byHand')}</p>
        <CopyButton text={grouped} label={t('copyKey')} done={t('copied')} />
      </li>
      <li>
        <PlainForm<Codes>
          name="enrol"
          action={confirm}
          schema={secondFactorCode}
          submit={t('confirm')}
          success={() => null}
        >
          <CodeField name="code" label={t('code')} help={t('codeHelp')} />
        </PlainForm>
      </li>
    </ol>
  );
}
