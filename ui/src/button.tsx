import type { ButtonHTMLAttributes, ReactElement } from 'react';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'secondary' | 'danger' | 'plain';
  /** Work is under way: a second press does nothing, and the focus stays here. */
  readonly busy?: boolean;
}

/** A button that stays focusable while it works; a disabled one would drop the keyboard's place. */
export function Button({ look = 'secondary', busy = false, onClick, ...rest }: ButtonProps): ReactElement {
  return (
    <button
      type="button"
      {...rest}
      className={`button button-${look}`}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
