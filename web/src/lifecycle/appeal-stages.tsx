import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { serviceStageText } from '@permit/domain/texts/stage-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { Table } from '@permit/ui/table.tsx';
import { lifecycleOfficeTexts } from '@permit/ui/texts/lifecycle-office-texts.ts';
import type { ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

type Appeal = Output<'listAppeals'>['appeals'][number];

/** The stages with their terms and how sure each is; the next one before the decision is recorded here. */
export function AppealStages({
  appeal,
  onDone,
}: {
  readonly appeal: Appeal;
  readonly onDone: () => void;
}): ReactElement {
  const { api, health, language } = useApp();
  const t = useTexts(lifecycleOfficeTexts);
  const act = useAct();
  const next = appeal.stages.slice(0, -1).find(({ doneOn }) => !doneOn);
  const { applicationId } = appeal;
  const record = async (stage: string): Promise<void> => {
    const doneOn = bangkokDate(health?.businessTime ?? Date.now());
    const done = await act.run(`stage ${applicationId} ${stage}`, () =>
      api.call('recordAppealStage', { applicationId, stage, doneOn }),
    );
    if (done) onDone();
  };
  return (
    <>
      <ProblemNote problem={act.problem} />
      <Table
        caption={t('stages')}
        rows={appeal.stages}
        keyOf={({ code }) => code}
        columns={[
          { head: t('stage'), cell: ({ code }) => say(serviceStageText(code), language) },
          { head: t('due'), cell: ({ due }) => formatDay(due, language) },
          { head: t('done'), cell: ({ doneOn }) => (doneOn ? formatDay(doneOn, language) : '—') },
          { head: t('certainty'), cell: ({ certainty }) => t(certainty) },
        ]}
      />
      {next && (
        <Button busy={act.busy} onClick={() => void record(next.code)}>
          {say(serviceStageText(next.code), language)}: {t('stageDone')}
        </Button>
      )}
    </>
  );
}
