import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icons/icon';

const looks = {
  success: ['notice su', 'done'],
  attention: ['notice at', 'warn'],
  danger: ['notice da', 'fail'],
} as const satisfies Readonly<Record<string, readonly [string, IconName]>>;

/**
 * A sentence that stands in the page. success: it is done; attention: look at it; danger: something failed; without a
 * tone it informs.
 * `live` has it read out when it appears after the page.
 */
export function Notice({
  tone,
  live = false,
  children,
}: {
  tone?: keyof typeof looks;
  live?: boolean;
  children: ReactNode;
}) {
  const [look, icon] = tone ? looks[tone] : (['notice', 'part'] as const);
  return (
    <div className={look} role={live ? 'status' : undefined}>
      <Icon name={icon} />
      <div className="min-w-0 grow">{children}</div>
    </div>
  );
}
