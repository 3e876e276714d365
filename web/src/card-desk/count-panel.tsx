import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import type { Tone } from '@permit/ui/tone-shapes.ts';
import { Table } from '@permit/ui/table.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

type Count = Output<'listStockCounts'>['counts'][number];

const TONES: Readonly<Record<Count['state'], Tone>> = {
  open: 'wait',
  'count-again': 'warn',
  agreed: 'good',
  differs: 'bad',
};

/** Boxes that are to be counted, blind: nothing here says how many there should be. */
export function CountPanel({ isHead }: { readonly isHead: boolean }): ReactElement {
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const { value, problem, reload } = useLoad('stock-counts', () => api.call('listStockCounts', {}));
  return (
    <section>
      <h2>{t('counts')}</h2>
      <p className="quiet">{t('blindHint')}</p>
      <ProblemNote problem={problem} onRetry={reload} />
      {value?.counts.length === 0 && <EmptyState text={t('noCounts')} />}
      {value && value.counts.length > 0 && (
        <Table
          caption={t('counts')}
          rows={value.counts}
          keyOf={({ countId }) => countId}
          columns={[
            { head: t('box'), cell: ({ box }) => box },
            {
              head: t('place'),
              cell: ({ state }) => <StateBadge tone={TONES[state]} word={t(`count_${state}`)} />,
            },
            {
              head: t('counted'),
              cell: (count) =>
                (count.state === 'open' || count.state === 'count-again') &&
                !isHead && <CountForm count={count} onDone={reload} />,
            },
          ]}
        />
      )}
      {isHead && <OpenForm onDone={reload} />}
    </section>
  );
}

function CountForm({ count, onDone }: { readonly count: Count; readonly onDone: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const isNumber = /^\d{1,6}$/.test(text.trim());
  const submit = async (): Promise<void> => {
    setAsked(true);
    if (!isNumber) return;
    const given = { countId: count.countId, counted: Number(text) };
    if (await act.run(`count ${count.countId} ${text}`, () => api.call('submitStockCount', given))) onDone();
  };
  return (
    <>
      <ProblemNote problem={act.problem} />
      <TextField
        id={`count-${count.countId}`}
        label={t('counted')}
        value={text}
        inputMode="numeric"
        maxLength={6}
        error={asked && !isNumber ? t('fillIn') : undefined}
        onValue={setText}
      />
      <Button busy={act.busy} onClick={() => void submit()}>
        {t('submit')}
      </Button>
    </>
  );
}

function OpenForm({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [box, setBox] = useState('');
  const [asked, setAsked] = useState(false);
  const open = async (): Promise<void> => {
    setAsked(true);
    if (!box.trim()) return;
    const opened = await act.run(`open count ${box}`, (key) =>
      api.call('openStockCount', { boxes: [box.trim()] }, key),
    );
    if (!opened) return;
    setBox('');
    setAsked(false);
    onDone();
  };
  return (
    <>
      <ProblemNote problem={act.problem} />
      <TextField
        id="open-count-box"
        label={t('box')}
        value={box}
        maxLength={30}
        error={asked && !box.trim() ? t('fillIn') : undefined}
        onValue={setBox}
      />
      <Button busy={act.busy} onClick={() => void open()}>
        {t('openCount')}
      </Button>
    </>
  );
}
