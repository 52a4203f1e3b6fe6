import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Alone } from '@/components/errors/alone';
import { Refusal } from '@/components/errors/refusal';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('errors.unauthorized');
  return { title: t('title') };
}

export default function Unauthorized() {
  return (
    <Alone>
      <Refusal kind="unauthorized" />
    </Alone>
  );
}
