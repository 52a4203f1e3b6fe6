import { redirect } from 'next/navigation';
import { requireActor } from '@/lib/auth/current-actor';
import { paths } from '@/lib/paths';

/** Leads an operator of a company to its company's page. */
export default async function CompanyPage() {
  const { issuerId, partnerId } = await requireActor(paths.company());
  redirect(issuerId !== null ? paths.issuer(issuerId) : partnerId !== null ? paths.partner(partnerId) : paths.home());
}
