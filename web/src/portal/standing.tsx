import { previousPermitTexts } from '@permit/domain/texts/previous-permit-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { trackTexts } from '@permit/ui/texts/track-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { useTexts } from '../app/use-texts.ts';
import { ApplicationStateBadge, NextStep } from './application-state.tsx';

/** Where a case stands in plain words, what comes next, and whether its person may work meanwhile. */
export function Standing({ found }: { readonly found: Output<'trackApplication'> }): ReactElement {
  const t = useTexts(portalTexts);
  const k = useTexts(trackTexts);
  const { language } = useApp();
  return (
    <>
      <section className="case-card">
        <h2>{found.applicationNo}</h2>
        <ApplicationStateBadge state={found.state} />
        <h3>{t('nextStep')}</h3>
        <p>
          <NextStep state={found.state} dueAt={found.dueAt} />
        </p>
        <p className={`notice ${found.mayWork ? 'notice-good' : 'notice-warn'}`}>
          {found.mayWork ? t('mayWorkYes') : t('mayWorkNo')}
          {found.mayWorkJudgedBy && (
            <span className="quiet"> {say(previousPermitTexts.texts[found.mayWorkJudgedBy], language)}</span>
          )}
        </p>
      </section>
      {found.others.length > 0 && (
        <section>
          <h2>{k('others')}</h2>
          <ul className="tiles">
            {found.others.map((other) => (
              <li className="case-card" key={other.applicationNo}>
                <h3>{other.applicationNo}</h3>
                <ApplicationStateBadge state={other.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
