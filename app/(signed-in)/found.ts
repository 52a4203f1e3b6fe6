import 'server-only';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { requireActor } from '@/lib/auth/current-actor';
import type { CompanyKind } from '@/lib/domain/company';
import { Failure } from '@/lib/domain/errors';
import { paths } from '@/lib/paths';
import { getAccess } from '@/lib/services/accesses/get';
import { getAuthority } from '@/lib/services/authorities/get';
import { getFlow } from '@/lib/services/certificates/flow';
import { getCertificate } from '@/lib/services/certificates/get';
import { getIssuer } from '@/lib/services/issuers/get';
import { getMail } from '@/lib/services/mail/get';
import { getOperator } from '@/lib/services/operators/get';
import { getPartner } from '@/lib/services/partners/get';
import { readAll } from '@/lib/services/read-all';
import { getSubscription } from '@/lib/services/subscriptions/get';
import { getWallet } from '@/lib/services/wallets/get';

/** Absent, foreign and malformed are all 404. */
function absent(error: unknown): never {
  if (error instanceof Failure && error.code === 'not_found') notFound();
  throw error;
}

/** The issuer of a page and who looks, before the first byte. Asked once a request. */
export const issuerPage = cache(async (id: string, tab = '') => {
  const actor = await requireActor(paths.issuer(id, tab));
  const { company } = await readAll(actor, { company: [getIssuer, { id }] }).catch(absent);
  return { actor, company };
});

/** The partner of a page and who looks, before the first byte. */
export const partnerPage = cache(async (id: string, tab = '') => {
  const actor = await requireActor(paths.partner(id, tab));
  const { company } = await readAll(actor, { company: [getPartner, { id }] }).catch(absent);
  return { actor, company };
});

/** The company of a page, of either kind. */
export const companyPage = (kind: CompanyKind, id: string, tab: string) =>
  kind === 'issuer' ? issuerPage(id, tab) : partnerPage(id, tab);

/** The operator of a page and who looks, before the first byte. */
export const operatorPage = cache(async (id: string, tab = '') => {
  const actor = await requireActor(paths.operator(id, tab));
  const { operator } = await readAll(actor, { operator: [getOperator, { id }] }).catch(absent);
  return { actor, operator };
});

/** The subscription of a page and who looks, before the first byte. */
export const subscriptionPage = cache(async (id: string) => {
  const actor = await requireActor(paths.subscription(id));
  const { subscription } = await readAll(actor, { subscription: [getSubscription, { id }] }).catch(absent);
  return { actor, subscription };
});

/** The mail of a page and who looks, before the first byte. */
export const mailPage = cache(async (id: string) => {
  const actor = await requireActor(paths.mail(id));
  const { mail } = await readAll(actor, { mail: [getMail, { id }] }).catch(absent);
  return { actor, mail };
});

/** The grant of audit access of a page and who looks, before the first byte. */
export const accessPage = cache(async (id: string) => {
  const actor = await requireActor(paths.access(id));
  const { access } = await readAll(actor, { access: [getAccess, { id }] }).catch(absent);
  return { actor, access };
});

/** The certificate authority of a page and who looks, before the first byte. */
export const authorityPage = cache(async (id: string, tab = '') => {
  const actor = await requireActor(paths.authority(id, tab));
  const { authority } = await readAll(actor, { authority: [getAuthority, { id }] }).catch(absent);
  return { actor, authority };
});

/** The certificate of a page and who looks, before the first byte. */
export const certificatePage = cache(async (id: string, tab = '') => {
  const actor = await requireActor(paths.certificate(id, tab));
  const { certificate } = await readAll(actor, { certificate: [getCertificate, { id }] }).catch(absent);
  return { actor, certificate };
});

/** The enrolment or renewal of a page and who looks, before the first byte. */
export const flowPage = cache(async (id: string) => {
  const actor = await requireActor(paths.certificateFlow(id));
  const { flow } = await readAll(actor, { flow: [getFlow, { id }] }).catch(absent);
  return { actor, flow };
});

/** The wallet of a page and who looks, before the first byte. */
export const walletPage = cache(async (id: string) => {
  const actor = await requireActor(paths.wallet(id));
  const { wallet } = await readAll(actor, { wallet: [getWallet, { id }] }).catch(absent);
  return { actor, wallet };
});
