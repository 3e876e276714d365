import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from './use-texts.ts';

/** One page: its title in the window, the focus on its heading, and the way back. */
export function Page(props: {
  readonly title: string;
  readonly back?: string | undefined;
  readonly wide?: boolean;
  readonly caption?: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  const t = useTexts(frameTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · ${t('appName')}`;
  });
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [props.title]);
  return (
    <main id="content" className={props.wide ? 'page page-wide' : 'page'}>
      {props.back && (
        <p>
          <Link href={props.back}>
            <span aria-hidden="true">‹ </span>
            {t('back')}
          </Link>
        </p>
      )}
      {props.caption && <p className="quiet page-caption">{props.caption}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {props.title}
      </h1>
      {props.children}
    </main>
  );
}
