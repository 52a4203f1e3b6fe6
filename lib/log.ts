import pino from 'pino';
import { env } from './env';

let logger: pino.Logger | undefined;

/** Structured log on standard output; secrets and personal data have no place in it. */
export function log(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, redact: ['password', '*.password', 'token', '*.token', 'secret'] });
  return logger;
}
