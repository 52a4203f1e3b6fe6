import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import { NavLink } from '@/components/ui/nav-link';
import { mayOpen } from '@/lib/domain/access';
import type { Role } from '@/lib/domain/roles';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { OperatorDetail } from '@/lib/services/operators/schemas';

/** Who an operator is, and what it sees. `reader` is the role of who looks. */
export async function OperatorFacts({ operator, reader }: { operator: OperatorDetail; reader: Role }) {
  const [t, v, format] = await Promise.all([getTranslations('operator'), getTranslations('vocabulary'), getFormat()]);
  const { role, company, language, signedInAt, registeredAt } = operator;
  const at = (time: number) => (
    <time dateTime={new Date(time).toISOString()} title={format.tooltip(time)}>
      {format.full(time)} <span className="q">{format.zone(time)}</span>
    </time>
  );
  const page = company && (company.kind === 'issuer' ? paths.issuer(company.id) : paths.partner(company.id));
  return (
    <>
      <Facts
        of={[
          [t('role'), v(`role.${role}`)],
          [
            t('company'),
            company && page ? (
              mayOpen(reader, page) ? (
                <NavLink key="company" to={page}>
                  {company.name}
                </NavLink>
              ) : (
                company.name
              )
            ) : (
              t('none')
            ),
          ],
          [t('language'), t(`languages.${language}`)],
          [t('signedIn'), signedInAt === null ? t('never') : at(signedInAt)],
          [t('registered'), at(registeredAt)],
        ]}
      />
      <p className="help">{t(`sees.${role}`)}</p>
    </>
  );
}
