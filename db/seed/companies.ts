import { housePartnerId } from '@/db/house';
import type { clientServices, issuers, partners } from '@/db/schema';
import { nifCheckDigit } from '@/lib/domain/nif';
import { issuerNames, partnerNames, peopleNames, serviceNames, streetNames } from './names';
import type { Random } from './random';

type PartnerRow = typeof partners.$inferInsert;
type IssuerRow = typeof issuers.$inferInsert;
type ServiceRow = typeof clientServices.$inferInsert;

/** The companies of the demonstration: partners without the house partner, issuers in the order of names.ts. */
export type Companies = { partners: PartnerRow[]; issuers: IssuerRow[]; services: ServiceRow[] };

const serviceCount = 90;
const dayMs = 86_400_000;
/** Places among the issuers of what the demonstration must show. */
const blockedPlace = 11;
const suspendedPlace = 34;
const suspendedServicePlace = 70;

/** Makes the companies; their dates lie before `first`, the first day that has operations, but for some late comers. */
export function makeCompanies(random: Random, first: Date, blockedBy: string): Companies {
  const taken = new Set<string>();
  const code = (): string => `PRT.${freshNif(random, taken)}`;
  const partnerRows = partnerNames.map((given): PartnerRow => {
    const at = new Date(first.getTime() - (200 + random.below(500)) * dayMs);
    const { name, type, town, contact } = given;
    return { ...company(random, name, code(), at), type, contact, invoiceAddress: address(random, town) };
  });
  const issuerRows = issuerNames.flatMap((names, place) =>
    names.map((name): IssuerRow => {
      const at = new Date(first.getTime() - (30 + random.below(160)) * dayMs);
      const partnerId = partnerRows[place]?.id ?? housePartnerId;
      const bundle = random.next() < 0.7 ? 'STANDARD' : 'PREMIUM';
      return { ...company(random, name, code(), at), partnerId, bundle, contact: pick(random, peopleNames) };
    }),
  );
  replace(issuerRows, 0, { bundle: 'PREMIUM' });
  replace(issuerRows, blockedPlace, { status: 'blocked', blockedBy });
  replace(issuerRows, suspendedPlace, { status: 'suspended' });
  return { partners: partnerRows, issuers: issuerRows, services: makeServices(random, partnerRows, issuerRows) };
}

function makeServices(random: Random, partnerRows: PartnerRow[], issuerRows: IssuerRow[]): ServiceRow[] {
  const partnerCodes = new Map(partnerRows.map((partner) => [partner.id, partner.code]));
  const rows = Array.from({ length: serviceCount }, (_, place): ServiceRow => {
    const round = Math.floor(place / issuerRows.length);
    const issuer = issuerRows[round === 0 ? place : (place - issuerRows.length) * 2];
    if (!issuer) throw new Error(`no issuer for service ${place}`);
    const hex = random.below(0x1000000).toString(16).padStart(6, '0');
    return {
      id: random.id(issuer.registeredAt),
      partnerId: issuer.partnerId,
      issuerId: issuer.id,
      alias: `${partnerCodes.get(issuer.partnerId) ?? 'DIRECT'}-${issuer.code}-${hex}`,
      name: round === 0 ? 'Principal' : pick(random, serviceNames),
      language: 'pt',
      bundle: issuer.bundle,
      status: 'active',
      createdAt: issuer.registeredAt,
    };
  });
  replace(rows, suspendedServicePlace, { status: 'suspended' });
  return rows;
}

function company(random: Random, name: string, code: string, at: Date) {
  return {
    id: random.id(at),
    code,
    name,
    email: `geral@${slug(name)}.example`,
    invoiceAddress: address(random, `${1000 + random.below(8000)}-${100 + random.below(800)} Portugal`),
    language: 'pt' as const,
    status: 'active' as const,
    registeredAt: at,
    createdAt: at,
    updatedAt: at,
  };
}

const pick = (random: Random, from: readonly string[]): string => from[random.below(from.length)] ?? '';

const address = (random: Random, town: string): string =>
  `${pick(random, streetNames)} ${1 + random.below(180)}, ${town}`;

/** Lower-case ASCII letters of a name, for an address. */
export const slug = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');

function freshNif(random: Random, taken: Set<string>): string {
  const eight = `5${String(random.below(10_000_000)).padStart(7, '0')}`;
  if (taken.has(eight)) return freshNif(random, taken);
  taken.add(eight);
  return `${eight}${nifCheckDigit(eight)}`;
}

function replace<T>(rows: T[], place: number, change: Partial<T>): void {
  const row = rows[place];
  if (row) rows[place] = { ...row, ...change };
}
