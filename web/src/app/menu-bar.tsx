import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { Link, useLocation } from 'wouter';

/**
 * Links in a row where there is room; on a telephone one button that opens them as a list, one a line, because six
 * names in Burmese would fill half of the screen. Escape and going somewhere close it.
 */
export function MenuBar(props: {
  readonly label: string;
  /** Words of the button on small screens. */
  readonly button: string;
  readonly children: ReactNode;
}): ReactElement {
  const { label, button, children } = props;
  const [open, setOpen] = useState(false);
  const [here] = useLocation();
  const toggle = useRef<HTMLButtonElement>(null);
  const listId = useId();
  useEffect(() => setOpen(false), [here]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    toggle.current?.focus();
  };
  return (
    <nav className={open ? 'menu menu-open' : 'menu'} aria-label={label} onKeyDown={onKeyDown}>
      <button
        ref={toggle}
        type="button"
        className="menu-toggle"
        aria-expanded={open}
        aria-controls={listId}
        onClick={() => setOpen(!open)}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={open ? 'M3 3 13 13M13 3 3 13' : 'M1 3h14M1 8h14M1 13h14'} />
        </svg>
        {button}
      </button>
      <div id={listId} className="menu-links">
        {children}
      </div>
    </nav>
  );
}

/** A link that says when one is there already. */
export function MenuLink({
  href,
  children,
}: {
  readonly href: string;
  readonly children: ReactNode;
}): ReactElement {
  const [here] = useLocation();
  const current = here === href || here.startsWith(`${href}/`);
  return (
    <Link href={href} aria-current={current ? 'page' : undefined}>
      {children}
    </Link>
  );
}
