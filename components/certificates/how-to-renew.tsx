import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

/** What a renewal asks for, before it is begun. */
export async function HowToRenew({ authority }: { authority: string }) {
  const t = await getTranslations('certificate');
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  return (
    <ol className="howto">
      <li>{t.rich('how1', { b, authority })}</li>
      <li>{t.rich('how2', { b })}</li>
      <li>{t.rich('how3', { b })}</li>
      <li>{t.rich('how4', { b })}</li>
    </ol>
  );
}
