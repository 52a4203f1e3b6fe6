'use client';

import type { MouseEvent, ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icons/icon';

/** A way to another page: its address (with base path) and what to do instead of loading it. */
export type Turn = { readonly href: string; readonly go: () => void } | null;

/** Foot of a list: what is shown, then First, Previous, Next. Each is a real link; one that leads nowhere is disabled. */
export function Pager({
  label,
  labels,
  turns,
  left,
  children,
}: {
  label: string;
  labels: { first: string; previous: string; next: string };
  turns: { first: Turn; previous: Turn; next: Turn };
  left?: ReactNode;
  children: ReactNode;
}) {
  return (
    <nav className="pager" aria-label={label}>
      <span className="flex grow items-center gap-3 max-phone:hidden">{left}</span>
      {children}
      <TurnButton turn={turns.first} icon="first" label={labels.first} />
      <TurnButton turn={turns.previous} icon="left" label={labels.previous} />
      <TurnButton turn={turns.next} icon="right" label={labels.next} trail />
    </nav>
  );
}

function TurnButton({
  turn,
  icon,
  label,
  trail = false,
}: {
  turn: Turn;
  icon: IconName;
  label: string;
  trail?: boolean;
}) {
  const content = (
    <>
      {trail ? null : <Icon name={icon} />}
      {label}
      {trail ? <Icon name={icon} /> : null}
    </>
  );
  const look = trail ? 'btn small trail' : 'btn small';
  if (turn === null) {
    return (
      <button type="button" className={look} disabled>
        {content}
      </button>
    );
  }
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    turn.go();
  };
  return (
    <a className={look} href={turn.href} onClick={follow}>
      {content}
    </a>
  );
}
