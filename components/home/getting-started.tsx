import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Icon } from '@/components/icons/icon';
import { CopyButton } from '@/components/ui/copy-button';
import { NavLink } from '@/components/ui/nav-link';
import { paths } from '@/lib/paths';
import type { Start } from '@/lib/services/home/schemas';

/** The first steps of a company, ticked by fact; the page shows this only while something is left to do. */
export async function GettingStarted({ start, address }: { start: Start; address: string }) {
  const t = await getTranslations('home.start');
  const steps = start.kind === 'issuer' ? await issuerSteps(start, address) : await partnerSteps(start, address);
  return (
    <section className="sec" aria-labelledby="start">
      <h2 id="start" className="h2">
        {t('title')}
      </h2>
      <p className="s mb-3 text-13">{t(`${start.kind}.text`)}</p>
      <ol className="start">
        {steps.map(({ id, done, title, body }) => (
          <li key={id}>
            <Icon name={done ? 'done' : 'wait'} tone={done ? 'pass' : 'wait'} />
            <div className="min-w-0">
              <p className="strong">
                {title} {done ? <span className="q">{t('done')}</span> : null}
              </p>
              <div className="text-13">{body}</div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

type Step = { id: string; done: boolean; title: string; body: ReactNode };

/** `address`: of the installation, as the issuer's software calls it. */
async function issuerSteps(start: Extract<Start, { kind: 'issuer' }>, address: string): Promise<Step[]> {
  const t = await getTranslations('home.start.issuer');
  const copied = (await getTranslations('home.start'))('copied');
  return [
    {
      id: 'certificate',
      done: start.certificate,
      title: t('certificate.title'),
      body: start.certificate ? null : (
        <NavLink to={paths.newCertificate()} className="underline">
          {t('certificate.enrol')}
        </NavLink>
      ),
    },
    {
      id: 'service',
      done: start.services.length > 0,
      title: t('service.title'),
      body:
        start.services.length > 0
          ? start.services.map(({ alias }) => (
              <p key={alias}>
                <CopyButton text={alias} label={t('service.copy')} done={copied} />
              </p>
            ))
          : t('service.none'),
    },
    {
      id: 'addresses',
      done: false,
      title: t('addresses.title'),
      body: (
        <dl className="addresses">
          {(['token', 'operations', 'description'] as const).map((each) => (
            <div key={each} className="contents">
              <dt>{t(`addresses.${each}`)}</dt>
              <dd>
                <CopyButton text={`${address}${machinePaths[each]}`} label={t('addresses.copy')} done={copied} />
              </dd>
            </div>
          ))}
        </dl>
      ),
    },
    { id: 'first', done: false, title: t('first.title'), body: t('first.text') },
  ];
}

const machinePaths = { token: '/api/oauth/token', operations: '/api/v1/operations', description: '/api/openapi.json' };

async function partnerSteps(start: Extract<Start, { kind: 'partner' }>, address: string): Promise<Step[]> {
  const t = await getTranslations('home.start.partner');
  const copied = (await getTranslations('home.start'))('copied');
  return [
    {
      id: 'link',
      done: start.issuer,
      title: t('link.title'),
      body: (
        <CopyButton
          text={`${address}${paths.subscribeIssuer({ partner: start.code })}`}
          label={t('link.copy')}
          done={copied}
        />
      ),
    },
    {
      id: 'issuer',
      done: start.issuer,
      title: t('issuer.title'),
      body: start.issuer ? (
        <NavLink to={paths.issuers()}>{t('issuer.see')}</NavLink>
      ) : (
        <NavLink to={paths.newIssuer()}>{t('issuer.make')}</NavLink>
      ),
    },
    { id: 'service', done: start.service, title: t('service.title'), body: t('service.text') },
    { id: 'first', done: false, title: t('first.title'), body: t('first.text') },
  ];
}
