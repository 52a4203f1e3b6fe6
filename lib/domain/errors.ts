/** Machine error codes and their HTTP status (product.md section 5). */
export const errorCodes = {
  '0.0.1': 500,
  '0.0.2': 400,
  '0.0.3': 500,
  '0.0.4': 400,
  '0.0.5': 500,
  '0.0.6': 400,
  '0.0.7': 409,
  '0.0.10': 401,
  '1.1.0': 401,
  '1.1.1': 401,
  '1.1.3': 409,
  '1.1.4': 400,
  '1.2.0': 403,
  '1.3.0': 403,
  '2.1.0': 409,
  '2.1.1': 409,
  '2.1.2': 409,
  '2.1.3': 409,
  '2.2.0': 502,
  '2.3.0': 400,
  '2.3.1': 502,
} as const;

export type ErrorCode = keyof typeof errorCodes;
export const errorCodeList = Object.keys(errorCodes) as ErrorCode[];

type Underscored<Code extends string> = Code extends `${infer A}.${infer B}.${infer C}` ? `${A}_${B}_${C}` : never;

/** A code as a key of the catalogues, where a dot would be a path. */
export function errorKey(code: ErrorCode): Underscored<ErrorCode> {
  return code.replaceAll('.', '_') as Underscored<ErrorCode>;
}

/** What a verb may answer besides its result (contract.md, HTTP: server actions). */
export type FailureCode = 'forbidden' | 'not_found' | 'conflict' | 'invalid' | 'limited' | 'unavailable';

/**
 * A refusal that the caller is meant to see. Anything else that is thrown is unexpected: it becomes a reference id
 * and a log line.
 */
export class Failure extends Error {
  constructor(
    readonly code: FailureCode,
    message: string = code,
    readonly fields?: Readonly<Record<string, string>>,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

export const forbidden = (): Failure => new Failure('forbidden');
export const notFound = (): Failure => new Failure('not_found');
export const conflict = (message?: string): Failure => new Failure('conflict', message);
export const unavailable = (message?: string): Failure => new Failure('unavailable', message);
