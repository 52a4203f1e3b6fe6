import type { ReactNode } from 'react';
import { Icon } from '@/components/icons/icon';

/**
 * A sentence that stands in the page. attention: look at it; danger: something failed; without a tone it informs.
 * `live` has it read out when it appears after the page.
 */
export function Notice({
  tone,
  live = false,
  children,
}: {
  tone?: 'attention' | 'danger';
  live?: boolean;
  children: ReactNode;
}) {
  const look = tone === 'attention' ? 'notice at' : tone === 'danger' ? 'notice da' : 'notice';
  return (
    <div className={look} role={live ? 'status' : undefined}>
      <Icon name={tone === 'danger' ? 'fail' : tone === 'attention' ? 'warn' : 'part'} />
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
