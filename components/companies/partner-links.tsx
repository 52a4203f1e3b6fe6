import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/detail/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';

type Link = { readonly name: string; readonly link: string };

/** What a partner hands to its issuers: the subscription form with its code filled in, a link for each bundle. */
export async function PartnerLinks({ links }: { links: readonly Link[] }) {
  const t = await getTranslations('company');
  return (
    <Card id="links" title={t('links.title')}>
      <p className="s mb-3 text-13">{t('links.text')}</p>
      <Facts
        of={links.map(({ name, link }) => [
          t('links.bundle', { name }),
          <CopyButton key={name} text={link} label={t('links.copy')} done={t('copied')} />,
        ])}
      />
    </Card>
  );
}
