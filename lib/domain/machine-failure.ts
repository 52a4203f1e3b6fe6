import { type ErrorCode, errorCodes } from './errors';

/** One fault of a request: where (`operations.712.documents.0.sha256`), in which item of a list, and what is wrong. */
export type Fault = {
  readonly path: string;
  readonly index?: number;
  readonly field?: string;
  readonly message: string;
};

/** A refusal in the words of the machine interfaces (product.md section 5): code, sentence, faults, HTTP status. */
export class MachineFailure extends Error {
  readonly status: number;

  /**
   * @param status where HTTP says it better than the code's own status (404, 413, 429, 503)
   * @param retryAfter seconds after which trying again makes sense
   */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: readonly Fault[] = [],
    status?: number,
    readonly retryAfter?: number,
  ) {
    super(message);
    this.name = 'MachineFailure';
    this.status = status ?? errorCodes[code];
  }
}
