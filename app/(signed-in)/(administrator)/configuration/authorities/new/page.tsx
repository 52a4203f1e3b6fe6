import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthorityForm } from '@/components/authorities/authority-form';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { usualRule } from '@/lib/domain/certificate';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { create } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authority'))('create') };
}

/** Makes a certificate authority. */
export default async function NewAuthorityPage() {
  await requireActor(paths.newAuthority());
  const [t, d, shell] = await Promise.all([
    getTranslations('authority'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const { days, signatures, warnDays, warnPercent } = usualRule;
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('authorities.title'), href: paths.authorities() }, { label: t('create') }]}
      />
      <PageHead title={t('create')} sub={t('createSub')} />
      <Messages of={['forms', 'authority']}>
        <AuthorityForm
          action={create}
          values={{
            scopes: 'service',
            accessDays: String(days),
            accessSignatures: String(signatures),
            warnDays: String(warnDays),
            warnPercent: String(warnPercent),
          }}
        />
      </Messages>
    </>
  );
}
