import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ChooseForm } from '@/components/account/choose-form';
import { openLink } from '@/lib/auth/links';
import { PublicDoor } from '../../public-door';
import { choose } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('choose.title.activation') };
}

/** Where an invitation leads: the first password. Opening it has no effect. */
export default async function ActivatePage({ params }: PageProps<'/activate/[token]'>) {
  const { token } = await params;
  const link = await openLink(['activation'], token);
  return (
    <PublicDoor>
      <ChooseForm token={token} email={link?.email ?? null} kind="activation" action={choose} />
    </PublicDoor>
  );
}
