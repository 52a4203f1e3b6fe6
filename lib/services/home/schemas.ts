import type { Status } from '@/lib/domain/company';
import type { FailureNow } from '@/lib/domain/consumption';
import type { Day } from '@/lib/domain/consumption-calendar';
import type { ListName } from '@/lib/domain/lists';

/**
 * Why something needs its operator today, most urgent first. pending: a company that awaits its validation · company: the operator's own signs nothing · stopped: a
 * client service that signed regularly and no longer does · halted: one that is registered, suspended or blocked ·
 * partner, issuer: a company in reach that signs nothing · grant: an auditor's access that ends soon · unused: a service
 * that never signed.
 */
export const needKinds = ['pending', 'company', 'stopped', 'halted', 'partner', 'issuer', 'grant', 'unused'] as const;
export type NeedKind = (typeof needKinds)[number];

/** One thing that needs a look. */
export type Need = {
  readonly kind: NeedKind;
  /** Of the service, the company or the grant. */
  readonly id: string;
  /** The issuer of a service, where the operator has several. */
  readonly owner: string | null;
  readonly name: string | null;
  /** Alias or code. */
  readonly code: string | null;
  readonly status: Status;
  /** Local day of its last operation, of its creation, or of the grant's end. */
  readonly day: Day | null;
  /** How many there are of its kind: not all of them are named. */
  readonly ofKind: number;
};

export type Needs = {
  readonly today: Day;
  readonly now: string;
  /** What failed within the last hour, by reason. */
  readonly failing: readonly FailureNow[];
  readonly needs: readonly Need[];
};

/** Sums of some local days. `open`: received or in processing; `troubled`: failed or with errors. */
export type DayFigures = {
  readonly signedItems: number;
  readonly operations: number;
  readonly failures: number;
  readonly open: number;
  readonly troubled: number;
};

export type TodayFigures = {
  readonly today: Day;
  readonly now: string;
  readonly lastWeek: Day;
  readonly figures: DayFigures;
  readonly sameDayLastWeek: DayFigures;
  readonly month: DayFigures;
  /** The same days of last month. */
  readonly monthBefore: DayFigures;
  /** The last seven days, today included. */
  readonly week: DayFigures;
  /** Signed items of each of the last thirty days, oldest first; today's are not final. */
  readonly days: readonly (readonly [day: Day, signedItems: number])[];
};

/** How far a company has come with its first steps. */
export type Start =
  | {
      readonly kind: 'issuer';
      readonly services: readonly { readonly name: string; readonly alias: string }[];
      /** There is one, with an access that was granted. */
      readonly certificate: boolean;
    }
  /** `issuer`, `service`: there is a first one. */
  | { readonly kind: 'partner'; readonly code: string; readonly issuer: boolean; readonly service: boolean };

/** A saved view of any list: enough for a link to it. */
export type HomeView = {
  readonly id: string;
  readonly list: ListName;
  readonly name: string;
  /** The part of the list's address that it stands for. */
  readonly query: string;
};

/** What an auditor finds of each taxpayer, TEST operations left out, from the first of a month until today. */
export type SubjectRecords = {
  readonly today: Day;
  readonly since: Day;
  readonly byIssuer: Readonly<Record<string, { readonly operations: number; readonly signedItems: number }>>;
};
