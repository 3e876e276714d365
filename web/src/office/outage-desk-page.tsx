import { Button } from '@permit/ui/button.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { noticeOfficeTexts } from '@permit/ui/texts/notice-office-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useServiceNames } from '../app/use-services.ts';
import { useTexts } from '../app/use-texts.ts';
import { OutageLogDesk } from './outage-log-desk.tsx';

/** "I tried" receipts at the counter; and the log, for those who may write in it. */
export function OutageDeskPage(): ReactElement {
  const { api, who } = useApp();
  const t = useTexts(noticeOfficeTexts);
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<Output<'checkAttempt'>>();
  const check = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const text = typed.trim();
    if (text === '') return;
    setFound(undefined);
    const asked = text.startsWith('WPR1:') ? { receipt: text } : { code: text };
    setFound(await act.run('check-attempt', () => api.call('checkAttempt', asked)));
  };
  return (
    <Page title={t('outages')} wide>
      <section>
        <h2>{t('attempts')}</h2>
        <ProblemNote problem={act.problem} />
        <form onSubmit={(event) => void check(event)} noValidate>
          <TextField
            id="attempt"
            label={t('attemptCode')}
            value={typed}
            autoComplete="off"
            maxLength={600}
            onValue={setTyped}
          />
          <div className="actions">
            <Button type="submit" look="primary" busy={act.busy}>
              {t('check')}
            </Button>
          </div>
        </form>
        <div aria-live="polite">{found && <FoundAttempt found={found} />}</div>
      </section>
      {who && hasRole(who, 'centre-supervisor', 'head-of-office') && <OutageLogDesk />}
    </Page>
  );
}

function FoundAttempt({ found }: { readonly found: Output<'checkAttempt'> }): ReactElement {
  const { language } = useApp();
  const t = useTexts(noticeOfficeTexts);
  const nameOf = useServiceNames();
  return (
    <section className="case-card">
      <h3>
        {t('genuine')} · {found.code}
      </h3>
      <p className={`notice ${found.outage ? 'notice-good' : 'notice-warn'}`}>
        {found.outage ? t('logAgrees') : t('logSilent')}
      </p>
      <dl className="facts">
        <dt>{t('kind')}</dt>
        <dd>{nameOf(found.serviceCode)}</dd>
        <dt>{t('triedAt')}</dt>
        <dd>{formatInstant(found.triedAt, language)}</dd>
        <dt>{t('recordedAt')}</dt>
        <dd>{formatInstant(found.recordedAt, language)}</dd>
        <dt>{t('seen')}</dt>
        <dd>
          {found.seen}
          {found.words && `: ${found.words}`}
        </dd>
        {found.contact && (
          <>
            <dt>{t('contact')}</dt>
            <dd>{found.contact}</dd>
          </>
        )}
        {found.usedBy.length > 0 && (
          <>
            <dt>{t('usedBy')}</dt>
            <dd>{found.usedBy.join(', ')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
