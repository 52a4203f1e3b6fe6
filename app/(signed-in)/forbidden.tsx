import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Refusal } from '@/components/errors/refusal';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.forbidden');
  return { title: t('title') };
}

/** Inside the frame, so that the way on stays in sight. */
export default function Forbidden() {
  return <Refusal kind="forbidden" />;
}
