import Link from 'next/link';
import type { ComponentProps } from 'react';
import { ButtonContent, type ButtonLook, buttonClass } from './button-look';

/**
 * The look of a button for what goes somewhere; `href` comes from lib/paths.ts. Apart from Button, since next/link is
 * 6 KB that the error pages, which every page carries, need not bring along.
 */
export function ButtonLink({
  variant,
  small,
  icon,
  trail,
  children,
  ...rest
}: ButtonLook & ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...rest} className={buttonClass({ variant, small, trail })}>
      <ButtonContent icon={icon} trail={trail}>
        {children}
      </ButtonContent>
    </Link>
  );
}
