import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/detail/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Facts } from '@/components/ui/facts';

/** What a partner hands to its issuers: the subscription form with its code filled in, in both languages. */
export async function PartnerLinks({ link }: { link: string }) {
  const t = await getTranslations('company');
  return (
    <Card id="links" title={t('links.title')}>
      <p className="s mb-3 text-13">{t('links.text')}</p>
      <Facts
        of={[[t('links.issuer'), <CopyButton key="issuer" text={link} label={t('links.copy')} done={t('copied')} />]]}
      />
    </Card>
  );
}
