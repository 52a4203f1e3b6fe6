import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { GrantForm } from '@/components/accesses/grant-form';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { reachOf } from '@/lib/domain/permissions';
import { getFormat } from '@/lib/format/server';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { grant } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('grant.title') };
}

/** Grants an auditor access; `issuer` in the address fills in to what, by code. */
export default async function GrantAccessPage({ searchParams }: PageProps<'/accesses/new'>) {
  const actor = await requireActor(paths.newAccess());
  if (actor.readOnly || reachOf('accesses.edit', actor.role) === null) forbidden();
  const { issuer } = await searchParams;
  const [t, d, shell, format] = await Promise.all([
    getTranslations('operator'),
    getTranslations('directory'),
    getTranslations('shell'),
    getFormat(),
  ]);
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('accesses.title'), href: paths.accesses() }, { label: t('grant.title') }]}
      />
      <PageHead title={t('grant.title')} sub={t('grant.sub')} />
      <Messages of={['forms', 'operator']}>
        <GrantForm
          chooses={actor.role !== 'issuer'}
          start={{
            issuer: typeof issuer === 'string' ? issuer.slice(0, 40) : '',
            from: format.localDay(new Date()),
            language: actor.language,
          }}
          action={grant}
        />
      </Messages>
    </>
  );
}
