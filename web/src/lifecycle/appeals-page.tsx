import { orderGroundTexts } from '@permit/domain/texts/legal-texts.ts';
import { refusalGroundTexts } from '@permit/domain/texts/reason-texts.ts';
import { say, type StaffText } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay, formatInstant } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { AppealStages } from './appeal-stages.tsx';
import { DecideDialog } from './decide-dialog.tsx';

type Appeal = Output<'listAppeals'>['appeals'][number];

/** The desk of those who hear appeals: the refusal beside its grounds, the stages with their terms, one decision. */
export function AppealsPage(): ReactElement {
  const { api } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('appeals', () => api.call('listAppeals', {}));
  return (
    <Page title={t('appeals')} wide>
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.appeals.length === 0 && <EmptyState text={t('noAppeals')} />}
      {value?.appeals.map((appeal) => (
        <AppealCard key={appeal.appealId} appeal={appeal} onDone={reload} />
      ))}
    </Page>
  );
}

function AppealCard({
  appeal,
  onDone,
}: {
  readonly appeal: Appeal;
  readonly onDone: () => void;
}): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const [outcome, setOutcome] = useState<'allowed' | 'upheld'>();
  const { order } = appeal;
  const grounds: Readonly<Record<string, StaffText>> = order
    ? orderGroundTexts.texts
    : refusalGroundTexts.texts;
  const law = grounds[appeal.refusal.ground];
  const { applicationId } = appeal;
  return (
    <section className="evidence" aria-label={appeal.applicationNo}>
      <h2>{appeal.applicationNo}</h2>
      <p>
        <StateBadge tone={appeal.late ? 'warn' : 'good'} word={appeal.late ? t('late') : t('inTime')} />
      </p>
      <p className="quiet">
        {t('knownOn')} {formatDay(appeal.knownOn, language)} · {t('filed')}{' '}
        {formatInstant(appeal.filedAt, language)}
      </p>
      <div className="office">
        <div>
          <h3>{order ? t(`order_${order.kind}`, { no: order.number }) : t('refusal')}</h3>
          <p>{law ? say(law, language) : appeal.refusal.ground}</p>
          <p>{appeal.refusal.text}</p>
        </div>
        <div>
          <h3>{t('grounds')}</h3>
          <p>{appeal.grounds}</p>
        </div>
      </div>
      <AppealStages appeal={appeal} onDone={onDone} />
      <div className="actions">
        <Button look="primary" onClick={() => setOutcome('allowed')}>
          {t('allowAppeal')}
        </Button>
        <Button look="danger" onClick={() => setOutcome('upheld')}>
          {order ? t('upholdOrder') : t('upholdRefusal')}
        </Button>
      </div>
      {outcome && (
        <DecideDialog
          title={outcome === 'allowed' ? t('allowAppeal') : order ? t('upholdOrder') : t('upholdRefusal')}
          means={order ? t(`means_order_${outcome}`) : t(`means_${outcome}`)}
          act={`appeal ${applicationId} ${outcome}`}
          danger={outcome === 'upheld'}
          onClose={() => setOutcome(undefined)}
          onDecide={(reason) => api.call('decideAppeal', { applicationId, outcome, reason })}
          onDone={onDone}
        />
      )}
    </section>
  );
}
