'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';
import { href } from '@/lib/paths';

/** A click that the browser should handle by itself: new tab, new window, download. */
const isForTheBrowser = (event: MouseEvent): boolean =>
  event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/**
 * A link inside the application that keeps the frame. Does what next/link does without prefetching, in 0.3 KB instead
 * of 6: the frame is on every page. `to` comes from lib/paths.ts.
 */
export function NavLink({ to, onClick, ...rest }: { to: string } & Omit<ComponentProps<'a'>, 'href'>) {
  const router = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (isForTheBrowser(event)) return;
    event.preventDefault();
    router.push(to);
  };
  return <a {...rest} href={href(to)} onClick={follow} />;
}
