import 'server-only';
import { headers } from 'next/headers';
import { env } from '@/lib/env';
import { installationUrl } from '@/lib/environment';

/**
 * True when the request names its Origin and that is ours: the address of AUTH_URL, or the host it was sent to.
 * A request without Origin is refused: browsers send it with every POST.
 * @param given headers of a route handler's request; those of the request at hand by default
 */
export async function isSameOrigin(given?: Headers): Promise<boolean> {
  const sent = given ?? (await headers());
  const origin = sent.get('origin');
  if (!origin || !URL.canParse(origin)) return false;
  const { origin: ours } = installationUrl();
  return origin === ours || new URL(origin).host === hostOf(sent);
}

/**
 * False when a browser says that another site's page asked: by a link, a frame or an image. What carries no word of it,
 * an old browser or no browser at all, is let through: the session's cookie is `SameSite=Lax`.
 */
export function isAskedByUs(sent: Headers): boolean {
  return [null, 'same-origin', 'none'].includes(sent.get('sec-fetch-site'));
}

function hostOf(sent: Headers): string | null {
  const forwarded = env().TRUST_PROXY === 'on' ? sent.get('x-forwarded-host') : null;
  return forwarded ?? sent.get('host');
}
