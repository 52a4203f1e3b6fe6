import type { FailureCode } from '@/lib/domain/errors';

/** What a server action answers, always with HTTP 200 (contract.md). */
export type ActionResult<T> =
  | { ok: true; data: T }
  | {
      ok: false;
      code: FailureCode;
      fields?: Readonly<Record<string, string>>;
      /** Names the log line of an unexpected error. */
      reference?: string;
    };
