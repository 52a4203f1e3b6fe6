import { z } from 'zod';
import type { Status } from './company';
import {
  addDays,
  addMonths,
  type Day,
  type DayRange,
  monthOf,
  monthToDate,
  sameDaysOfLastMonth,
} from './consumption-calendar';
import { consumptionDays, consumptionMonths, consumptionOwners, consumptionSplits } from './consumption-choices';
import type { ErrorCode } from './errors';
import type { OperationStatus } from './operation';
import type { Role } from './roles';

export type ConsumptionSplit = (typeof consumptionSplits)[number];
export type ConsumptionOwner = (typeof consumptionOwners)[number];

const ownerSchema = z.uuid().nullable().default(null);

/** Input of the dashboard's verb, and its place in the URL. */
export const consumptionQuerySchema = z.object({
  months: z.union([z.literal(6), z.literal(12), z.literal(24)]),
  days: z.union([z.literal(30), z.literal(90)]),
  split: z.enum(consumptionSplits),
  compare: z.boolean(),
  service: ownerSchema,
  issuer: ownerSchema,
  partner: ownerSchema,
});
export type ConsumptionQuery = z.infer<typeof consumptionQuerySchema>;
/** What everything on the page is narrowed to; null asks for all in scope. */
export type ConsumptionOwners = Readonly<Pick<ConsumptionQuery, ConsumptionOwner>>;

/** One period and key. `key` is '' without a split, else the service's, issuer's or partner's id, or a status. */
export type PeriodRow = readonly [
  period: string,
  key: string,
  signedItems: number,
  operations: number,
  failures: number,
];
export type KeyRow = readonly [key: string, signedItems: number, operations: number, failures: number];

/** Signed items are documents and hashes; failures are operations that ended as FAILED. TEST operations are in none. */
export interface ConsumptionData {
  /** Local day of `now` in the installation's zone. */
  readonly today: Day;
  /** Instant until which the data reaches, ISO 8601. */
  readonly now: string;
  readonly timeZone: string;
  readonly monthRows: readonly PeriodRow[];
  readonly dayRows: readonly PeriodRow[];
  /** Sums over the same days of last month; empty when the query does not compare. */
  readonly previousRows: readonly KeyRow[];
  /** Failures of the running month by error code, largest first. */
  readonly failureRows: readonly (readonly [errorCode: string | null, operations: number])[];
  readonly failuresNow: readonly FailureNow[];
  /** Of the keys of the split and of what the page is narrowed to, as far as they are in scope. */
  readonly names: Readonly<Record<string, ConsumptionName>>;
  readonly services: Readonly<Partial<Record<Status, number>>>;
}

/** What failed for one reason within the last hour. */
export interface FailureNow {
  readonly code: string | null;
  readonly lastHour: number;
  /** Since the local midnight. */
  readonly today: number;
  /** The newest of them: its id, and when it was received (ISO 8601). */
  readonly newest: string;
  readonly newestAt: string;
}

export interface ConsumptionName {
  /** Null for the service owner: its issuers have no partner and are called direct. */
  readonly label: string | null;
  /** What tells two equal labels apart, shown after it in quiet ink (`·3fa91c`). */
  readonly short?: string;
}

/** Filter of the operations list that opens exactly the rows behind a number. */
export interface ConsumptionFilter extends DayRange {
  readonly service?: string;
  readonly issuer?: string;
  readonly partner?: string;
  readonly status?: OperationStatus;
  readonly error?: ErrorCode;
}

const splitsByRole: Record<Role, readonly ConsumptionSplit[]> = {
  auditor: ['none'],
  issuer: ['none', 'service', 'status'],
  partner: ['none', 'service', 'issuer', 'status'],
  administrator: consumptionSplits,
};

// A service fixes its issuer, an issuer its partner.
const fixedBy: Record<ConsumptionSplit, readonly ConsumptionOwner[]> = {
  none: [],
  service: ['service'],
  issuer: ['service', 'issuer'],
  partner: consumptionOwners,
  status: [],
};

/**
 * The splits that can differ: within a role's scope, where an issuer has one issuer and a partner one partner, and
 * within what the page is narrowed to.
 */
export function splitsOf(role: Role, only: ConsumptionOwners): readonly ConsumptionSplit[] {
  return splitsByRole[role].filter((split) => fixedBy[split].every((owner) => only[owner] === null));
}

/** Reads the query from the URL; what is missing, unknown or of no use to the role takes its default. */
export function readConsumptionQuery(params: Readonly<Record<string, unknown>>, role: Role): ConsumptionQuery {
  const idOf = (owner: ConsumptionOwner) => ownerSchema.catch(null).parse(params[owner]);
  const only = { service: idOf('service'), issuer: idOf('issuer'), partner: idOf('partner') };
  return {
    ...only,
    months: consumptionMonths.find((months) => String(months) === params.months) ?? 12,
    days: consumptionDays.find((days) => String(days) === params.days) ?? 30,
    split: splitsOf(role, only).find((split) => split === params.split) ?? 'none',
    compare: params.compare !== 'off',
  };
}

/** The days that each part of the data covers, both ends included. */
export function consumptionWindows(today: Day, query: Pick<ConsumptionQuery, 'months' | 'days'>) {
  return {
    months: { from: `${addMonths(monthOf(today), 1 - query.months)}-01`, to: today },
    days: { from: addDays(today, 1 - query.days), to: today },
    running: monthToDate(today),
    previous: sameDaysOfLastMonth(today),
  } satisfies Record<string, DayRange>;
}
