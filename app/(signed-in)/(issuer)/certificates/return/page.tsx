import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ResumeForm } from '@/components/certificates/resume-form';
import { ButtonLink } from '@/components/ui/button-link';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Failure } from '@/lib/domain/errors';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { flowReturn } from '@/lib/services/certificates/resume';
import { readAll } from '@/lib/services/read-all';
import { resume } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  // The address holds a code: it is told to nobody.
  return { title: (await getTranslations('certificateFlow'))('return.title'), referrer: 'no-referrer' };
}

/** Where certificate authorities send people back to. What came back is posted once; after that it leads to the flow. */
export default async function ReturnPage({ searchParams }: PageProps<'/certificates/return'>) {
  const actor = await requireActor(paths.certificateReturn());
  const asked = await searchParams;
  const text = (name: string): string => {
    const value = asked[name];
    return typeof value === 'string' ? value : '';
  };
  const state = text('state').slice(0, 200);
  // Foreign, of another session, truncated: all are a return that leads nowhere.
  const flow = await readAll(actor, { flow: [flowReturn, { state }] }).then(
    (read) => read.flow,
    (error: unknown) => {
      if (error instanceof Failure && error.code === 'not_found') return null;
      throw error;
    },
  );
  if (flow && !flow.waits) redirect(paths.certificateFlow(flow.id));
  const [t, d, shell] = await Promise.all([
    getTranslations('certificateFlow'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('certificates.title'), href: paths.certificates() }, { label: t('return.title') }]}
      />
      <PageHead title={t('return.title')} />
      <div className="sec">
        {flow ? (
          <Messages of={['forms', 'certificateFlow']}>
            <ResumeForm
              flow={flow.id}
              hidden={{ state, code: text('code').slice(0, 4096), error: text('error').slice(0, 200) }}
              action={resume}
            />
          </Messages>
        ) : (
          <>
            <Notice tone="attention">{t('return.gone')}</Notice>
            <p className="mt-4">
              <ButtonLink href={paths.certificates()}>{t('toList')}</ButtonLink>
            </p>
          </>
        )}
      </div>
    </>
  );
}
