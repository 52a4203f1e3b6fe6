import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { NavLink } from '@/components/ui/nav-link';
import { Notice } from '@/components/ui/notice';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { CertificateWarning } from '@/lib/services/certificates/schemas';

/** Certificates whose access is about to end, or has: which services stop, and how much they sign a day. */
export async function AccessBanner({ warnings }: { warnings: readonly CertificateWarning[] }) {
  if (warnings.length === 0) return null;
  const [t, format] = await Promise.all([getTranslations('certificate.banner'), getFormat()]);
  return (
    <div className="flex flex-col gap-2 px-(--gutter) pt-4">
      {warnings.map(({ id, alias, state, expiresAt, services, perDay }) => {
        const link = (chunks: ReactNode) => (
          <NavLink to={paths.certificate(id)} className="underline">
            <bdi>{chunks}</bdi>
          </NavLink>
        );
        const isComing = state === 'expiring' && expiresAt !== null;
        const isOver = ['expired', 'exhausted', 'revoked'].includes(state);
        const said = isComing
          ? t.rich('expiring', { alias, day: format.parts(expiresAt).day, link })
          : t.rich(isOver ? 'over' : 'x509', { alias, link });
        const stops = { n: services.length, services: services.join(', '), perDay: format.count(perDay) };
        return (
          <Notice key={id} tone={isComing ? 'attention' : 'danger'}>
            {said} {t(isComing ? 'stops' : 'stopped', stops)}
          </Notice>
        );
      })}
    </div>
  );
}
