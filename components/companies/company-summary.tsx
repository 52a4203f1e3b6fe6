import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Card } from '@/components/detail/card';
import { Facts } from '@/components/ui/facts';
import { NavLink } from '@/components/ui/nav-link';
import { mayOpen } from '@/lib/domain/access';
import type { Role } from '@/lib/domain/roles';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { IssuerDetail, PartnerDetail } from '@/lib/services/companies/schemas';

type Props = {
  company: IssuerDetail | PartnerDetail;
  role: Role;
  readOnly: boolean;
  /** Below what it is. */
  children?: ReactNode;
};

/** What a company is, how to reach it, and what hangs on it. */
export async function CompanySummary({ company, role, readOnly, children }: Props) {
  const [t, d, format] = await Promise.all([getTranslations('company'), getTranslations('directory'), getFormat()]);
  const { kind, id, email, contact, invoiceAddress, language, registeredAt, dependents, edits } = company;
  const own = kind === 'issuer' ? ofIssuer() : ofPartner();
  const edit =
    edits === 'nothing' || readOnly ? undefined : { href: paths.companyOf(kind, id, 'edit'), label: t('edit') };
  return (
    <div className="split">
      <div>
        <Card id="general" title={t('general')}>
          <Facts
            of={[
              ...own,
              [
                t('registered'),
                <time key="at" dateTime={new Date(registeredAt).toISOString()} title={format.tooltip(registeredAt)}>
                  {format.full(registeredAt)} <span className="q">{format.zone(registeredAt)}</span>
                </time>,
              ],
              [t('services'), format.count(dependents.services)],
              [t('operators'), format.count(dependents.operators)],
              [
                t('perDay'),
                <span key="day">
                  {format.count(dependents.perDay)} <span className="q">{t('perDayHelp')}</span>
                </span>,
              ],
            ]}
          />
        </Card>
        {children}
      </div>
      <Card id="contact" title={t('contactCard')} edit={edit}>
        <Facts
          of={[
            [t('email'), email],
            [t('contact'), <bdi key="contact">{contact}</bdi>],
            [
              t('invoiceAddress'),
              <bdi key="address" className="whitespace-pre-line">
                {invoiceAddress}
              </bdi>,
            ],
            [t('language'), t(`languages.${language}`)],
          ]}
        />
      </Card>
    </div>
  );

  function ofIssuer(): (readonly [string, React.ReactNode])[] {
    if (company.kind !== 'issuer') return [];
    const { partner, bundle, accesses } = company;
    const linked = partner && mayOpen(role, paths.partner(partner.id));
    return [
      [
        t('partner'),
        partner === null ? (
          t('direct')
        ) : (
          <span key="partner">
            {linked ? <NavLink to={paths.partner(partner.id)}>{partner.name}</NavLink> : partner.name}{' '}
            {partner.type === 'HOUSE' ? null : <span className="q">{d(`type.${partner.type}`)}</span>}
          </span>
        ),
      ],
      [t('bundle'), bundle],
      [t('accesses'), format.count(accesses)],
    ];
  }

  function ofPartner(): (readonly [string, React.ReactNode])[] {
    if (company.kind !== 'partner' || company.type === 'HOUSE') return [];
    return [
      [
        t('type'),
        <span key="type">
          {d(`type.${company.type}`)}
          {company.nextType && company.nextType.type !== 'HOUSE' ? (
            <span className="q">
              {' '}
              {t('nextType', { type: d(`type.${company.nextType.type}`), day: format.day(company.nextType.from) })}
            </span>
          ) : null}
        </span>,
      ],
      [t('issuers'), format.count(company.issuers)],
    ];
  }
}
