import type { Role } from './roles';
import type { Theme } from './theme';

/** Where a request came from; goes into audit entries and log lines. */
export type RequestOrigin = { readonly id: string; readonly address: string };

/** How far an operator sees, in the numbers that the frame names. */
export type ScopeExtent = {
  /** Issuers in scope, for partners and auditors; null where the role counts none. */
  readonly issuers: number | null;
  /** Auditor: last local day of its longest grant, `YYYY-MM-DD`. */
  readonly until: string | null;
};

/** An operator as the database knows it at this very request, never as a token remembers it. */
export type Actor = {
  readonly operatorId: string;
  readonly sessionId: string;
  readonly role: Role;
  /** Own company for partner and issuer operators (an issuer's operator carries both); null otherwise. */
  readonly partnerId: string | null;
  readonly issuerId: string | null;
  /** Issuers granted to an auditor today; empty for every other role. */
  readonly issuerIds: readonly string[];
  readonly scope: ScopeExtent;
  /** True while the company is suspended: everything may be looked at, nothing changed but re-activation. */
  readonly readOnly: boolean;
  /** When the operator last proved to be the one who signed in; milliseconds since 1970. */
  readonly verifiedAt: number;
  /** True while the role must have a second factor that the operator has not: it may add one and nothing else. */
  readonly mustEnrol: boolean;
  /** Has a second factor. */
  readonly secondFactor: boolean;
  readonly name: string;
  readonly email: string;
  readonly companyName: string | null;
  readonly language: 'pt' | 'en';
  readonly theme: Theme;
  readonly request: RequestOrigin;
};
