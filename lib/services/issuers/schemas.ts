import type { Status } from '@/lib/domain/company';

/** An issuer as its list reads it. */
export type FoundIssuer = {
  id: string;
  name: string;
  code: string;
  status: Status;
  bundle: string;
  /** Null for a direct issuer. */
  partner: string | null;
  services: number;
  operators: number;
  /** Milliseconds since 1970. */
  registered: number;
};

/** A row of the issuers list as it travels. */
export type IssuerRow = readonly [
  id: string,
  name: string,
  code: string,
  status: Status,
  partner: string | null,
  bundle: string,
  services: number,
  operators: number,
  registeredAt: number,
];
