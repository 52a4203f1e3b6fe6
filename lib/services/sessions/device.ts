import 'server-only';
import { parse } from 'bowser';

/** A browser as one would name it: "Firefox, Windows"; versions come and go and are left out. */
export function deviceOf(userAgent: string): string {
  if (userAgent === '') return '?';
  const { browser, os } = parse(userAgent);
  const named = [browser.name, os.name].filter(Boolean).join(', ');
  return named === '' ? userAgent.slice(0, 60) : named;
}
