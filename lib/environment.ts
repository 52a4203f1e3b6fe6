import 'server-only';
import { env } from './env';

/** Name of this installation for the badge in the frame; null in production, which needs none. */
export function environmentBadge(): string | null {
  const { SIGNSTASH_ENVIRONMENT } = env();
  return SIGNSTASH_ENVIRONMENT === 'production' ? null : SIGNSTASH_ENVIRONMENT;
}
