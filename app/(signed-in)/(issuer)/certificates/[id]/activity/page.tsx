import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Activity } from '@/components/activity/activity';
import { CertificateHead } from '@/components/certificates/certificate-head';
import { paths } from '@/lib/paths';
import { listActivity } from '@/lib/services/activity/list';
import { readAll } from '@/lib/services/read-all';
import { cursorOf } from '../../../../activity-cursor';
import { certificatePage } from '../../../../found';

type Props = PageProps<'/certificates/[id]/activity'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('certificate'))('tab.activity') };
}

/** What was done to a certificate. */
export default async function CertificateActivityPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { actor, certificate } = await certificatePage(id, 'activity');
  const before = cursorOf(await searchParams);
  const { page } = await readAll(actor, { page: [listActivity, { of: 'thing', id, before }] });
  return (
    <>
      <CertificateHead certificate={certificate} tab="activity" />
      <Activity page={page} before={before} address={(from) => paths.certificate(id, 'activity', { before: from })} />
    </>
  );
}
