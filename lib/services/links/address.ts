import 'server-only';
import type { LinkKind } from '@/lib/domain/link';
import { installationUrl } from '@/lib/environment';
import { href, paths } from '@/lib/paths';
import { tokenOfLink } from './token';

/** The address that a mail carries: of this installation, whatever host a request named. */
export function linkAddress(kind: LinkKind, id: string): string {
  const token = tokenOfLink(id);
  return new URL(href(kind === 'activation' ? paths.activate(token) : paths.reset(token)), installationUrl()).href;
}
