import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Card } from '@/components/detail/card';
import { DetailHead } from '@/components/detail/detail-head';
import { MailFacts } from '@/components/mail/mail-facts';
import { ResendMail } from '@/components/mail/resend-mail';
import { Breadcrumbs } from '@/components/ui/page-head';
import { Messages } from '@/lib/i18n/client-messages';
import { href, paths } from '@/lib/paths';
import { mailPage } from '../../../../found';
import { resend } from './actions';

export async function generateMetadata({ params }: PageProps<'/configuration/mail/[id]'>): Promise<Metadata> {
  return { title: (await mailPage((await params).id)).mail.subject };
}

/** One mail of the outbox: where it stands, and what its reader sees. */
export default async function MailPage({ params }: PageProps<'/configuration/mail/[id]'>) {
  const { mail } = await mailPage((await params).id);
  const [t, d, shell] = await Promise.all([
    getTranslations('mail'),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  const resends = mail.state !== 'waiting' && mail.state !== 'sending';
  return (
    <>
      <Breadcrumbs
        label={shell('breadcrumbs')}
        of={[{ label: d('mails.title'), href: paths.mails() }, { label: mail.subject }]}
      />
      <Messages of={['forms', 'mail']}>
        <DetailHead
          name={mail.subject}
          chip={<span className="tag own">{d(`state.${mail.state}`)}</span>}
          words={{ copy: '', copied: '', tabs: '' }}
          current={paths.mail(mail.id)}
        >
          {resends ? <ResendMail mail={mail} action={resend} /> : null}
        </DetailHead>
      </Messages>
      <div className="split">
        <div className="flex flex-col">
          <Card id="facts" title={t('facts')}>
            <MailFacts mail={mail} />
          </Card>
          <Card id="text" title={t('text')}>
            <pre className="mailtext">{mail.text}</pre>
          </Card>
        </div>
        <Card id="preview" title={t('preview')}>
          <iframe
            className="mailframe"
            title={t('preview')}
            src={href(paths.mailBody(mail.id))}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
          />
        </Card>
      </div>
    </>
  );
}
