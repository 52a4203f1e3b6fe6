import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { FlowPanel } from '@/components/certificates/flow-panel';
import { FlowSteps } from '@/components/certificates/flow-steps';
import { Card } from '@/components/detail/card';
import { Notice } from '@/components/ui/notice';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { isFinal } from '@/lib/domain/certificate';
import { getFormat } from '@/lib/format/server';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { flowPage } from '../../../../found';
import { choose, giveUp, prove, resend } from './actions';

export async function generateMetadata({ params }: PageProps<'/certificates/flow/[id]'>): Promise<Metadata> {
  const { flow } = await flowPage((await params).id);
  return { title: (await getTranslations('certificateFlow'))(flow.kind) };
}

/** An enrolment or renewal under way, or how it ended. */
export default async function FlowPage({ params }: PageProps<'/certificates/flow/[id]'>) {
  const { flow } = await flowPage((await params).id);
  const [t, d, shell, format] = await Promise.all([
    getTranslations('certificateFlow'),
    getTranslations('directory'),
    getTranslations('shell'),
    getFormat(),
  ]);
  const { kind, step, alias, authority, holdsUntil } = flow;
  const title = alias === '' ? t(kind) : `${t(kind)}: ${alias}`;
  const holds = holdsUntil !== null && step !== 'granted' && holdsUntil > Date.now();
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('certificates.title'), href: paths.certificates() }, { label: t(kind) }]}
      />
      <PageHead title={title} sub={t('at', { authority })} />
      <div className="split">
        <div className="sec">
          <Messages of={['forms', 'certificateFlow']}>
            <FlowPanel flow={flow} actions={{ choose, prove, resend, giveUp }} />
          </Messages>
        </div>
        <Card id="steps" title={t('stepsLabel')}>
          <FlowSteps step={step} />
          {holds && holdsUntil !== null ? (
            <div className="mt-4">
              <Notice>{t(isFinal(step) ? 'holdsStill' : 'holds', { at: format.full(holdsUntil) })}</Notice>
            </div>
          ) : null}
        </Card>
      </div>
    </>
  );
}
