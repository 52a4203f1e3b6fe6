import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChooseForm } from '@/components/account/choose-form';
import { openLink } from '@/lib/auth/links';
import { PublicDoor } from '../../public-door';
import { choose } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('choose.title.reset') };
}

/** Where a mail leads that sets the password anew. Opening it has no effect. */
export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params;
  const link = await openLink(['reset', 'redefinition'], token);
  return (
    <PublicDoor>
      <ChooseForm token={token} email={link?.email ?? null} kind="reset" action={choose} />
    </PublicDoor>
  );
}
