import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Alone } from '@/components/errors/alone';
import { Refusal } from '@/components/errors/refusal';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.notFound');
  return { title: t('title') };
}

export default function NotFound() {
  return (
    <Alone>
      <Refusal kind="notFound" />
    </Alone>
  );
}
