import { getTranslations } from 'next-intl/server';
import { NavLink } from '@/components/ui/nav-link';
import { addDays } from '@/lib/domain/consumption-calendar';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { OperationDetail } from '@/lib/services/operations/schemas';

/** A reference may come back in another service, before or after: it is looked for from a year before. */
const yearDays = 365;

/** Ways to what shares something with this operation. `issuer`: the reader sees more than one. */
export async function Related({ operation, issuer }: { operation: OperationDetail; issuer: boolean }) {
  const [t, format] = await Promise.all([getTranslations('operations.detail'), getFormat()]);
  const { reference, service, receivedAt } = operation;
  const from = addDays(format.localDay(receivedAt), -yearDays);
  const ways = [
    { path: paths.operations({ reference, from }), label: t('relatedReference') },
    { path: paths.operations({ service: service.id }), label: t('relatedService') },
    { path: paths.documents({ service: service.id }), label: t('relatedServiceDocuments') },
    ...(issuer ? [{ path: paths.operations({ issuer: operation.issuer.id }), label: t('relatedIssuer') }] : []),
  ];
  return (
    <section className="sec border-border border-t" aria-labelledby="related">
      <h2 className="h2 mb-2" id="related">
        {t('related')}
      </h2>
      <ul className="grid gap-1.5 text-13">
        {ways.map(({ path, label }) => (
          <li key={path}>
            <NavLink to={path}>{label}</NavLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
