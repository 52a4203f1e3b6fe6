'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { Notice } from '@/components/ui/notice';
import { paths } from '@/lib/paths';
import { returned } from '@/lib/services/certificates/schemas';

type Props = {
  hidden: Readonly<Record<string, string>>;
  flow: string;
  action: FormAction<{ id: string }>;
};

/** Goes on by itself with what the authority's page sent back: a GET alone changes nothing, so this posts it. */
export function ResumeForm({ hidden, flow, action }: Props) {
  const t = useTranslations('certificateFlow');
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  const next = paths.certificateFlow(flow);
  useEffect(() => box.current?.querySelector('form')?.requestSubmit(), []);
  return (
    <div ref={box}>
      <PlainForm
        name="resume"
        action={action}
        schema={returned}
        hidden={hidden}
        submit={t('return.act')}
        done={() => router.replace(next)}
        gone={<Notice tone="attention">{t('return.gone')}</Notice>}
      >
        <p className="s">{t('return.text')}</p>
      </PlainForm>
    </div>
  );
}
