import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icons/icon';

export type ButtonLook = {
  /** One primary a page; danger only for what stops or ends something; plain reads as a link. */
  variant?: 'primary' | 'danger' | 'plain' | undefined;
  small?: boolean | undefined;
  icon?: IconName | undefined;
  /** Puts the icon behind the words: next page. */
  trail?: boolean | undefined;
};

export function buttonClass({ variant, small, trail }: ButtonLook): string {
  return ['btn', variant, small && 'small', trail && 'trail'].filter(Boolean).join(' ');
}

export function ButtonContent({ icon, trail, children }: ButtonLook & { children: ReactNode }) {
  const drawing = icon ? <Icon name={icon} /> : null;
  return (
    <>
      {trail ? null : drawing}
      {children}
      {trail ? drawing : null}
    </>
  );
}
