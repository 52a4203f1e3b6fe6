import { z } from 'zod';
import type { PayerKind } from './operation';

/** Statuses of partner, issuer, client service and operator (product.md section 2). */
export const statuses = ['registered', 'active', 'suspended', 'blocked', 'deleted'] as const;
export const statusSchema = z.enum(statuses);
export type Status = z.infer<typeof statusSchema>;

/** `HOUSE` is the service owner's own row: the partner of issuers that subscribed directly. Never listed. */
export const partnerTypes = ['INTEGRATOR', 'RESELLER', 'HOUSE'] as const;
export type PartnerType = (typeof partnerTypes)[number];

/** The types that a partner company can have. */
export const partnerKinds = ['INTEGRATOR', 'RESELLER'] as const;

/** What a company is to the service owner. */
export const companyKinds = ['issuer', 'partner'] as const;
export type CompanyKind = (typeof companyKinds)[number];

/** A grant of audit access: not begun, valid today, over by its last day, ended before it. */
export const grantStates = ['coming', 'valid', 'over', 'ended'] as const;
export type GrantState = (typeof grantStates)[number];

const severity: readonly Status[] = ['deleted', 'blocked', 'registered', 'suspended', 'active'];

/** The worst of the statuses of a service, its issuer and its partner decides whether it may sign. */
export function worstStatus(...all: readonly Status[]): Status {
  return severity.find((status) => all.includes(status)) ?? 'deleted';
}

type Belonging = {
  readonly partnerId: string | null;
  readonly issuerId: string | null;
  readonly partnerStatus: Status | null;
  readonly issuerStatus: Status | null;
};

/** The worst status of an operator's companies decides; who belongs to none is stopped by none. */
export function companyStatus({ partnerId, issuerId, partnerStatus, issuerStatus }: Belonging): Status {
  const partner = partnerId === null ? 'active' : (partnerStatus ?? 'deleted');
  const issuer = issuerId === null ? 'active' : (issuerStatus ?? 'deleted');
  return worstStatus(partner, issuer);
}

/** Who pays for an operation: the reseller for all its issuers, otherwise the issuer (product.md, payer rule). */
export function payerKindOf(partner: PartnerType): PayerKind {
  return partner === 'RESELLER' ? 'PARTNER' : 'ISSUER';
}
