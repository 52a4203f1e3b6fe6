import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ForgotForm } from '@/components/account/forgot-form';
import { PublicDoor } from '../public-door';
import { ask } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('forgot.title') };
}

/** For whoever forgot the password, or lost the invitation. */
export default function ForgotPasswordPage() {
  return (
    <PublicDoor>
      <ForgotForm action={ask} />
    </PublicDoor>
  );
}
