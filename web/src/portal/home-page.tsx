import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import type { ReactElement } from 'react';
import { Link, Redirect } from 'wouter';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { isApplicant } from '../app/roles-of.ts';
import { useTexts } from '../app/use-texts.ts';

/** Where everybody begins. */
export function HomePage(): ReactElement {
  const { who } = useApp();
  const t = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  if (who && !isApplicant(who)) return <Redirect to="/office" />;
  return (
    <Page title={t('welcome')}>
      <p>{t('welcomeHow')}</p>
      <ul className="tiles">
        <Tile href={who ? '/new' : '/sign-in?next=%2Fnew'} text={f('newApplication')} />
        {who ? <Tile href="/cases" text={f('myCases')} /> : <Tile href="/register" text={f('register')} />}
        {who && <Tile href="/notices" text={f('notices')} />}
        <Tile href="/track" text={f('track')} />
        <li>
          <a className="tile" href="/check">
            {f('checkPermit')}
          </a>
        </li>
      </ul>
    </Page>
  );
}

function Tile({ href, text }: { readonly href: string; readonly text: string }): ReactElement {
  return (
    <li>
      <Link className="tile" href={href}>
        {text}
      </Link>
    </li>
  );
}
