import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { noticeOfficeTexts } from '@permit/ui/texts/notice-office-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import type { Notice } from '../notices/notice-page.tsx';
import { FIELD_NAMES } from '../notices/notice-workers.tsx';

/** What is to be corrected, in which line, and why; the filer can change nothing else. */
export function AskCorrection(props: {
  readonly notice: Notice;
  readonly onClose: () => void;
  readonly onAsked: (words: string) => void;
}): ReactElement {
  const { notice, onClose, onAsked } = props;
  const { api } = useApp();
  const t = useTexts(noticeOfficeTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const act = useAct();
  const [row, setRow] = useState(notice.workers.length === 1 ? '1' : '');
  const [item, setItem] = useState('');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const ask = async (): Promise<void> => {
    setAsked(true);
    if (item === '' || reason.trim() === '') return;
    const items = [{ ...(row ? { row: Number(row) } : {}), item, reason }];
    const { noticeId, revision } = notice;
    const done = await act.run(`correct ${noticeId}`, () =>
      api.call('askCorrection', { noticeId, revision, items }),
    );
    if (done) onAsked(t('asked', { number: notice.noticeNo }));
  };
  return (
    <Dialog title={t('correct')} onClose={onClose}>
      <p className="notice">{t('meansCorrect')}</p>
      <ProblemNote problem={act.problem} />
      <TextField id="row" label={t('row')} inputMode="numeric" maxLength={3} value={row} onValue={setRow} />
      <Select
        id="item"
        label={t('item')}
        nothing={f('choose')}
        value={item}
        error={asked && item === '' ? t('fill') : undefined}
        options={Object.entries(FIELD_NAMES).map(([value, name]) => ({ value, label: itemName(name) }))}
        onValue={setItem}
      />
      <TextField
        id="reason"
        label={t('reason')}
        value={reason}
        long
        maxLength={500}
        error={asked && reason.trim() === '' ? t('fill') : undefined}
        onValue={setReason}
      />
      <div className="actions">
        <Button look="primary" busy={act.busy} onClick={() => void ask()}>
          {t('correct')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
