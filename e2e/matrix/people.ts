/** Who asks, and what there is to ask for: the world of the matrix by name. */

/** Issuers with rows of their own. `blocked` and `frozen` (suspended) name the state of the company. */
export const tenants = ['padaria', 'sibling', 'blocked', 'foreign', 'frozen', 'direct'] as const;
export type Tenant = (typeof tenants)[number];

export const partners = ['alfa', 'beta', 'house'] as const;
export type PartnerName = (typeof partners)[number];

export const partnerOf: Record<Tenant, PartnerName> = {
  padaria: 'alfa',
  sibling: 'alfa',
  blocked: 'alfa',
  foreign: 'beta',
  frozen: 'beta',
  direct: 'house',
};

export const roleNames = ['administrator', 'partner', 'issuer', 'auditor'] as const;
export type RoleName = (typeof roleNames)[number];

/** What has become of somebody who once signed in. Everybody but `live` is a stranger from then on. */
type State = 'live' | 'expired' | 'idle' | 'ended' | 'disabled' | 'company-blocked' | 'stranger' | 'garbled';

export type Person = {
  readonly name: string;
  readonly state: State;
  readonly role?: RoleName;
  /** The company of a partner's or an issuer's operator. */
  readonly partner?: PartnerName;
  readonly issuer?: Tenant;
  /** Issuers granted to an auditor, today or (`formerly`) in the past. */
  readonly granted?: readonly Tenant[];
  readonly formerly?: readonly Tenant[];
  /** Asked for everything in every way; the others where it matters that they are refused too. */
  readonly thorough?: true;
};

const alfa = { role: 'partner', partner: 'alfa' } as const;
const padaria = { role: 'issuer', issuer: 'padaria' } as const;
const auditor = { role: 'auditor', granted: ['padaria'] } as const;

export const people: readonly Person[] = [
  { name: 'nobody', state: 'stranger', thorough: true },
  { name: 'garbled', state: 'garbled' },
  { name: 'administrator', state: 'live', role: 'administrator', thorough: true },
  { name: 'partner', state: 'live', ...alfa, thorough: true },
  { name: 'issuer', state: 'live', ...padaria, thorough: true },
  { name: 'auditor', state: 'live', ...auditor, thorough: true },
  { name: 'auditor-of-two', state: 'live', role: 'auditor', granted: ['padaria', 'foreign'] },
  { name: 'auditor-without-grant', state: 'live', role: 'auditor', formerly: ['padaria'] },
  { name: 'issuer-suspended', state: 'live', role: 'issuer', issuer: 'frozen' },
  { name: 'expired', state: 'expired', ...padaria, thorough: true },
  { name: 'idle', state: 'idle', role: 'administrator' },
  { name: 'ended', state: 'ended', ...alfa },
  { name: 'company-blocked', state: 'company-blocked', role: 'issuer', issuer: 'blocked' },
  { name: 'disabled-administrator', state: 'disabled', role: 'administrator' },
  { name: 'disabled-partner', state: 'disabled', ...alfa },
  { name: 'disabled-issuer', state: 'disabled', ...padaria, thorough: true },
  { name: 'disabled-auditor', state: 'disabled', ...auditor },
];

/** Those who sign in through the front door before the first cell. */
export const signingIn = people.filter((each) => each.role !== undefined);

export const isLive = (person: Person): boolean => person.state === 'live';

/** The role that counts: none once the session is worth nothing any more. */
export const liveRole = (person: Person): RoleName | null => (isLive(person) ? (person.role ?? null) : null);

/** How a tenant stands to somebody, for the name of a cell. */
export function relation(person: Person, tenant: Tenant): string {
  const own = person.issuer === tenant || (person.granted ?? []).includes(tenant);
  if (own) return 'own';
  if (person.role === 'administrator' || person.partner === partnerOf[tenant]) return 'child';
  const home = person.issuer ?? person.granted?.[0];
  return home !== undefined && partnerOf[home] === partnerOf[tenant] ? 'sibling' : 'foreign';
}

/** How a partner company stands to somebody. */
export function partnerRelation(person: Person, partner: PartnerName): string {
  if (person.role === 'administrator') return 'child';
  if (person.partner === partner) return 'own';
  if (person.partner !== undefined) return 'sibling';
  return person.issuer !== undefined && partnerOf[person.issuer] === partner ? 'parent' : 'foreign';
}
