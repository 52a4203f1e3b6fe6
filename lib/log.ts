import pino from 'pino';
import { env } from './env';

let logger: pino.Logger | undefined;

/** What happened, without what it happened to: errors of the database may quote the values of a row. */
function causeOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { name: 'unknown', message: typeof error };
  if (error.cause instanceof Error) return causeOf(error.cause);
  const { name, message, stack } = error;
  return { name, message, ...('code' in error ? { code: String(error.code) } : {}), ...(stack ? { stack } : {}) };
}

/** Structured log on standard output; secrets and personal data have no place in it. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    serializers: { err: causeOf },
    redact: ['password', '*.password', 'token', '*.token', 'secret'],
  });
  return logger;
}
