import type { ComponentProps } from 'react';
import { ButtonContent, type ButtonLook, buttonClass } from './button-look';
import { NavLink } from './nav-link';

/** The look of a button for what goes somewhere; `href` comes from lib/paths.ts. */
export function ButtonLink({
  variant,
  small,
  icon,
  trail,
  href,
  children,
  ...rest
}: ButtonLook & { href: string } & Omit<ComponentProps<'a'>, 'href'>) {
  return (
    <NavLink {...rest} to={href} className={buttonClass({ variant, small, trail })}>
      <ButtonContent icon={icon} trail={trail}>
        {children}
      </ButtonContent>
    </NavLink>
  );
}
