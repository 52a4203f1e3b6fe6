import 'server-only';
import { env } from './env';

/** Name of this installation for the badge in the frame; null in production, which needs none. */
export function environmentBadge(): string | null {
  const { SIGNSTASH_ENVIRONMENT } = env();
  return SIGNSTASH_ENVIRONMENT === 'production' ? null : SIGNSTASH_ENVIRONMENT;
}

/** Address of this installation without base path: AUTH_URL, or localhost at PORT. Never what a request says. */
export function installationUrl(): URL {
  const { AUTH_URL, PORT } = env();
  return new URL(AUTH_URL ?? `http://localhost:${PORT}`);
}
