import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icons/icon';

type Look = {
  /** One primary a page; danger only for what stops or ends something; plain reads as a link. */
  variant?: 'primary' | 'danger' | 'plain' | undefined;
  small?: boolean | undefined;
  icon?: IconName | undefined;
  /** Puts the icon behind the words: next page. */
  trail?: boolean | undefined;
};

function classOf({ variant, small, trail }: Look): string {
  return ['btn', variant, small && 'small', trail && 'trail'].filter(Boolean).join(' ');
}

function Content({ icon, trail, children }: Look & { children: ReactNode }) {
  const drawing = icon ? <Icon name={icon} /> : null;
  return (
    <>
      {trail ? null : drawing}
      {children}
      {trail ? drawing : null}
    </>
  );
}

/** A button that acts. Its type is button unless it says otherwise, so that none submits a form by accident. */
export function Button({ variant, small, icon, trail, children, ...rest }: Look & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={classOf({ variant, small, trail })}>
      <Content icon={icon} trail={trail}>
        {children}
      </Content>
    </button>
  );
}

/** The same look for what goes somewhere; `href` comes from lib/paths.ts. */
export function ButtonLink({ variant, small, icon, trail, children, ...rest }: Look & ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...rest} className={classOf({ variant, small, trail })}>
      <Content icon={icon} trail={trail}>
        {children}
      </Content>
    </Link>
  );
}
