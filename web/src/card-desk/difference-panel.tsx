import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { isSigned, NO_SECOND_PERSON, SecondPersonFields } from './second-person-fields.tsx';
import { SerialsField } from './serials-field.tsx';

type Difference = Output<'listStockDifferences'>['differences'][number];

/** Boxes that were set aside, with the shift in which it must have happened. */
export function DifferencePanel(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const { value, problem, reload } = useLoad('differences', () => api.call('listStockDifferences', {}));
  const [settling, setSettling] = useState<Difference>();
  const when = (instant: string) => formatInstant(instant, language);
  return (
    <section>
      <h2>{t('differences')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {value?.differences.length === 0 && <EmptyState text={t('noDifferences')} />}
      {value && value.differences.length > 0 && (
        <Table
          caption={t('differences')}
          rows={value.differences}
          keyOf={({ differenceId }) => differenceId}
          columns={[
            { head: t('box'), cell: ({ box }) => box },
            { head: t('expected'), cell: ({ expected }) => expected },
            { head: t('found'), cell: ({ counted }) => counted },
            { head: t('shift'), cell: ({ shiftFrom, shiftTo }) => `${when(shiftFrom)} – ${when(shiftTo)}` },
            {
              head: t('settle'),
              cell: (difference) =>
                difference.settledAt ? (
                  <StateBadge tone="quiet" word={t('settled')} />
                ) : (
                  <Button onClick={() => setSettling(difference)}>{t('settle')}</Button>
                ),
            },
          ]}
        />
      )}
      {settling && (
        <SettleDialog
          difference={settling}
          onClose={() => setSettling(undefined)}
          onDone={() => {
            setSettling(undefined);
            reload();
          }}
        />
      )}
    </section>
  );
}

function SettleDialog(props: {
  readonly difference: Difference;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { difference, onClose, onDone } = props;
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState(NO_SECOND_PERSON);
  const [asked, setAsked] = useState(false);
  const settle = async (): Promise<void> => {
    setAsked(true);
    if (!reason.trim() || !isSigned(second)) return;
    const { differenceId } = difference;
    const signed = { differenceId, missingSerials: [...missing], reason, ...second };
    if (await act.run(`settle ${differenceId}`, () => api.call('settleStockDifference', signed))) onDone();
  };
  return (
    <Dialog title={`${t('settle')}: ${difference.box}`} onClose={onClose}>
      <ProblemNote problem={act.problem} />
      <SerialsField id="settle-missing" label={t('missing')} serials={missing} onSerials={setMissing} />
      <TextField
        id="settle-reason"
        label={t('reason')}
        value={reason}
        maxLength={500}
        error={asked && !reason.trim() ? t('fillIn') : undefined}
        onValue={setReason}
      />
      <SecondPersonFields id="settle" value={second} asked={asked} onValue={setSecond} />
      <div className="actions">
        <Button look="primary" busy={act.busy} onClick={() => void settle()}>
          {t('settle')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
