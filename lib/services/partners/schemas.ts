import type { PartnerType, Status } from '@/lib/domain/company';

/** A partner company as its list reads it. */
export type FoundPartner = {
  id: string;
  name: string;
  code: string;
  status: Status;
  type: Exclude<PartnerType, 'HOUSE'>;
  issuers: number;
  operators: number;
  /** Milliseconds since 1970. */
  registered: number;
};

/** A row of the partners list as it travels. */
export type PartnerRow = readonly [
  id: string,
  name: string,
  code: string,
  status: Status,
  type: Exclude<PartnerType, 'HOUSE'>,
  issuers: number,
  operators: number,
  registeredAt: number,
];
