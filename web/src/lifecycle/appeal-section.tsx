import { refusalGroundTexts } from '@permit/domain/texts/reason-texts.ts';
import { serviceStageText } from '@permit/domain/texts/stage-texts.ts';
import { say, type StaffText } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { Table } from '@permit/ui/table.tsx';
import { lifecycleTexts } from '@permit/ui/texts/lifecycle-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { AppealForm } from './appeal-form.tsx';

type Appeal = Output<'getAppeal'>;

/** A refusal for its filer: why, the way to appeal, and how far an appeal is. */
export function AppealSection(props: {
  readonly applicationId: string;
  readonly state: 'refused' | 'under-appeal';
  readonly refusal: Output<'getApplication'>['refusal'];
  readonly onDone: () => void;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(lifecycleTexts);
  const { applicationId, state, refusal, onDone } = props;
  const [writing, setWriting] = useState(false);
  // A refusal without an appeal answers not-found, which is no problem here.
  const { value } = useLoad(`appeal-${applicationId}-${state}`, () =>
    api.call('getAppeal', { applicationId }),
  );
  if (value) return <RunningAppeal appeal={value} />;
  if (state === 'under-appeal') return <></>;
  return (
    <section className="case-card">
      {refusal && <RefusedBecause refusal={refusal} />}
      <h2>{t('appeal')}</h2>
      <p>{t('appealMeans')}</p>
      {writing ? (
        <AppealForm applicationId={applicationId} onDone={onDone} />
      ) : (
        <Button onClick={() => setWriting(true)}>{t('appeal')}</Button>
      )}
    </section>
  );
}

/** An appeal as its filer follows it. */
export function RunningAppeal({ appeal }: { readonly appeal: Appeal }): ReactElement {
  const { language } = useApp();
  const t = useTexts(lifecycleTexts);
  return (
    <section className="case-card">
      <h2>{t('appealRunning')}</h2>
      {appeal.late && <p className="notice">{t('late')}</p>}
      {/* The order stands above with its words; its ground is on its paper. */}
      {!appeal.order && <RefusedBecause refusal={appeal.refusal} />}
      <p>{appeal.grounds}</p>
      <Table
        caption={t('stage')}
        rows={appeal.stages}
        keyOf={({ code }) => code}
        columns={[
          { head: t('stage'), cell: ({ code }) => say(serviceStageText(code), language) },
          {
            head: t('stageDue'),
            cell: ({ due, doneOn }) =>
              doneOn ? t('stageDone', { date: formatDay(doneOn, language) }) : formatDay(due, language),
          },
        ]}
      />
      {appeal.reason && <p>{appeal.reason}</p>}
    </section>
  );
}

/** The ground of the law in the reader's language, and the officer's own words. */
function RefusedBecause({ refusal }: { readonly refusal: Appeal['refusal'] }): ReactElement {
  const { language } = useApp();
  const t = useTexts(lifecycleTexts);
  const grounds: Readonly<Record<string, StaffText>> = refusalGroundTexts.texts;
  const law = grounds[refusal.ground];
  return (
    <>
      <h2>{t('refusedBecause')}</h2>
      <p>{law ? say(law, language) : refusal.ground}</p>
      <p>{refusal.text}</p>
    </>
  );
}
