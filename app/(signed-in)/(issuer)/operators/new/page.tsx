import type { Metadata } from 'next';
import { forbidden } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { InviteForm } from '@/components/operators/invite-form';
import { Breadcrumbs, PageHead } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import { invitedBy } from '@/lib/services/operators/invite';
import { invite } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('operator'))('invite.title') };
}

/** Invites an operator; `company` in the address fills in whose, by code. */
export default async function InviteOperatorPage({ searchParams }: PageProps<'/operators/new'>) {
  const actor = await requireActor(paths.newOperator());
  if (actor.readOnly) forbidden();
  const { company, role } = await searchParams;
  const [t, d, shell] = await Promise.all([
    getTranslations('operator'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const known = (value: string | string[] | undefined) => (typeof value === 'string' ? value.slice(0, 40) : '');
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('operators.title'), href: paths.operators() }, { label: t('invite.title') }]}
      />
      <PageHead title={t('invite.title')} sub={t('invite.sub')} />
      <Messages of={['forms', 'operator']}>
        <InviteForm
          roles={invitedBy(actor.role)}
          by={actor.role}
          start={{ company: known(company), role: known(role), language: actor.language }}
          action={invite}
        />
      </Messages>
    </>
  );
}
