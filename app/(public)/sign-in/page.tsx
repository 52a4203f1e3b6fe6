import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Door } from '@/components/sign-in/door';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { currentActor } from '@/lib/auth/current-actor';
import { safeNext } from '@/lib/auth/safe-next';
import { environmentBadge } from '@/lib/environment';
import { getFormat } from '@/lib/format/server';
import { Messages } from '@/lib/i18n/client-messages';
import { signIn } from './actions';

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('signIn');
  return { title: t('pageTitle') };
}

/** Sign-in. Who is signed in already goes on; a database that is away does not keep the form from showing. */
export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next, callbackUrl, error } = await searchParams;
  const wanted = safeNext([next, callbackUrl].flat().find((each) => each !== undefined));
  const actor = await currentActor().catch(() => null);
  if (actor) redirect(wanted);
  const format = await getFormat();
  return (
    <Door today={format.localDay(new Date())} environment={environmentBadge()}>
      <Messages of={['signIn']}>
        <SignInForm action={signIn} next={wanted} problem={error === undefined ? null : 'refused'} />
      </Messages>
    </Door>
  );
}
