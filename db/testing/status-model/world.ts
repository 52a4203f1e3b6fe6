/**
 * The companies and people of the model, and what the model knows of each. Plain data: nothing here comes from the
 * product's own tables, so that two hands write the same rules.
 */
export type Status = 'registered' | 'active' | 'suspended' | 'blocked' | 'deleted';
export const toStatuses = ['active', 'suspended', 'blocked', 'deleted'] as const;
export type ToStatus = (typeof toStatuses)[number];
export type Role = 'administrator' | 'partner' | 'issuer' | 'auditor';

/** Two tenants (alfa, and beta, a reseller), a direct issuer, and a company of each kind that awaits its approval. */
const firstCompanies = {
  alfa: { kind: 'partner', partner: 'alfa', reseller: false, status: 'active' },
  beta: { kind: 'partner', partner: 'beta', reseller: true, status: 'active' },
  newPartner: { kind: 'partner', partner: 'newPartner', reseller: false, status: 'registered' },
  padaria: { kind: 'issuer', partner: 'alfa', reseller: false, status: 'active' },
  sibling: { kind: 'issuer', partner: 'alfa', reseller: false, status: 'active' },
  foreign: { kind: 'issuer', partner: 'beta', reseller: false, status: 'active' },
  direct: { kind: 'issuer', partner: null, reseller: false, status: 'active' },
  newOfAlfa: { kind: 'issuer', partner: 'alfa', reseller: false, status: 'registered' },
  newOfBeta: { kind: 'issuer', partner: 'beta', reseller: false, status: 'registered' },
} as const;
export type CompanyName = keyof typeof firstCompanies;

/** Two of a company wherever one may change the other, and a third administrator; an auditor for each tenant. */
const firstOperators = {
  marta: { role: 'administrator', company: null, granted: null, status: 'active' },
  nuno: { role: 'administrator', company: null, granted: null, status: 'active' },
  olga: { role: 'administrator', company: null, granted: null, status: 'suspended' },
  helena: { role: 'partner', company: 'alfa', granted: null, status: 'active' },
  hugo: { role: 'partner', company: 'alfa', granted: null, status: 'active' },
  rui: { role: 'partner', company: 'beta', granted: null, status: 'active' },
  ana: { role: 'issuer', company: 'padaria', granted: null, status: 'active' },
  abel: { role: 'issuer', company: 'padaria', granted: null, status: 'active' },
  invited: { role: 'issuer', company: 'padaria', granted: null, status: 'registered' },
  sara: { role: 'issuer', company: 'sibling', granted: null, status: 'active' },
  bruno: { role: 'issuer', company: 'foreign', granted: null, status: 'active' },
  carla: { role: 'issuer', company: 'direct', granted: null, status: 'active' },
  teresa: { role: 'auditor', company: null, granted: 'padaria', status: 'active' },
  tomas: { role: 'auditor', company: null, granted: 'foreign', status: 'active' },
} as const;
export type OperatorName = keyof typeof firstOperators;

export type Company = {
  readonly kind: 'partner' | 'issuer';
  /** Of an issuer: its partner, null for a direct one. Of a partner: itself. */
  readonly partner: CompanyName | null;
  readonly reseller: boolean;
  status: Status;
  /** Role of who blocked it, while it is blocked. */
  blockedBy: Role | null;
  version: number;
};
export type Operator = {
  readonly role: Role;
  readonly company: CompanyName | null;
  /** Of an auditor: the issuer that is granted to it. */
  readonly granted: CompanyName | null;
  status: Status;
  version: number;
};
export type World = {
  companies: Record<CompanyName, Company>;
  operators: Record<OperatorName, Operator>;
  /** What was changed last. */
  last: CompanyName | OperatorName | null;
};

/** The world before the first act. */
export function newWorld(): World {
  const companies = mapped(firstCompanies, (each): Company => ({ ...each, blockedBy: null, version: 1 }));
  return { companies, operators: mapped(firstOperators, (each): Operator => ({ ...each, version: 1 })), last: null };
}

function mapped<N extends string, A, B>(from: Record<N, A>, to: (value: A) => B): Record<N, B> {
  const entries = namesOf(from).map((name) => [name, to(from[name])]);
  return Object.fromEntries(entries) as Record<N, B>;
}

const namesOf = <N extends string>(from: Record<N, unknown>): N[] => Object.keys(from) as N[];
export const companyNames = namesOf(firstCompanies);
export const operatorNames = namesOf(firstOperators);

/** Something that somebody tries. */
export type Act =
  | { readonly kind: 'company'; readonly by: OperatorName; readonly on: CompanyName; readonly to: ToStatus }
  | { readonly kind: 'operator'; readonly by: OperatorName; readonly on: OperatorName; readonly to: ToStatus }
  | { readonly kind: 'rename'; readonly by: OperatorName; readonly on: OperatorName };

/** As a sequence is read in a report. */
export const sentenceOf = (act: Act): string =>
  act.kind === 'rename' ? `${act.by} renames ${act.on}` : `${act.by} makes ${act.on} ${act.to}`;
