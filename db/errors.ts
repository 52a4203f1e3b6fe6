import { DatabaseUnavailable } from './pool';

/** Classes of SQLSTATE that say "not now": connection, shutdown, too many, read-only standby, timeout. */
const passing = /^(08|53|57P0[1-5]|57014|25006|55P03)/;
const socketErrors = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'CONNECTION_DESTROYED',
];

/** Drizzle wraps what the driver threw; the innermost error tells what happened. */
function innermost(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? innermost(error.cause) : error;
}

function codeOf(error: unknown): string | undefined {
  const inner = innermost(error);
  if (typeof inner !== 'object' || inner === null || !('code' in inner)) return undefined;
  return String(inner.code);
}

/** True when the database is away, overloaded or gave up: the caller may try again, nothing is known to be wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (innermost(error) instanceof DatabaseUnavailable) return true;
  const code = codeOf(error);
  return code !== undefined && (passing.test(code) || socketErrors.includes(code));
}

/** SQLSTATE of what PostgreSQL refused, if it was PostgreSQL. */
export const sqlState = codeOf;

/** True when a row with the same unique value is there already: somebody was faster. */
export const isUniqueViolation = (error: unknown): boolean => codeOf(error) === '23505';
