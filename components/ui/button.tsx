import type { ComponentProps } from 'react';
import { ButtonContent, type ButtonLook, buttonClass } from './button-look';

/** A button that acts. Its type is button unless it says otherwise, so that none submits a form by accident. */
export function Button({ variant, small, icon, trail, children, ...rest }: ButtonLook & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={buttonClass({ variant, small, trail })}>
      <ButtonContent icon={icon} trail={trail}>
        {children}
      </ButtonContent>
    </button>
  );
}
