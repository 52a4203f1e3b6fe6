import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AuthorityForm } from '@/components/authorities/authority-form';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { authorityPage } from '../../../../../found';
import { edit } from '../actions';

type Props = PageProps<'/configuration/authorities/[id]/edit'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { authority } = await authorityPage((await params).id, 'edit');
  return { title: (await getTranslations('authority'))('editTitle', { name: authority.name }) };
}

/** Edits a certificate authority; its secret is written and never read. */
export default async function EditAuthorityPage({ params }: Props) {
  const { authority } = await authorityPage((await params).id, 'edit');
  const [t, d, shell] = await Promise.all([
    getTranslations('authority'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const { id, version, name, baseUrl, oauthUrl, clientId, scopes, timeStampUrl } = authority;
  const { accessDays, accessSignatures, warnDays, warnPercent } = authority;
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[
          { label: d('authorities.title'), href: paths.authorities() },
          { label: name, href: paths.authority(id) },
          { label: t('edit') },
        ]}
      />
      <PageHead title={t('editTitle', { name })} sub={t('editSub')} />
      <Messages of={['forms', 'authority']}>
        <AuthorityForm
          action={edit}
          edited={{ id, version }}
          values={{
            ...{ name, baseUrl, oauthUrl, clientId, scopes, timeStampUrl },
            accessDays: String(accessDays),
            accessSignatures: String(accessSignatures),
            warnDays: String(warnDays),
            warnPercent: String(warnPercent),
          }}
        />
      </Messages>
    </>
  );
}
