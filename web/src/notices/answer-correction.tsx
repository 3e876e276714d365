import { Button } from '@permit/ui/button.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { noticeTexts } from '@permit/ui/texts/notice-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Input } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';
import type { Notice } from './notice-page.tsx';
import { FIELD_NAMES } from './notice-workers.tsx';
import { parseWorkerList } from './parse-worker-list.ts';

type Answer = Input<'answerCorrection'>;

/** What the officer asked, and one field for each line that is open; only what was named can be changed. */
export function AnswerCorrection(props: {
  readonly notice: Notice;
  readonly onAnswered: () => void;
}): ReactElement {
  const { notice, onAnswered } = props;
  const { api, language } = useApp();
  const t = useTexts(noticeTexts);
  const p = useTexts(portalTexts);
  const itemName = useItemName();
  const act = useAct();
  const [lines, setLines] = useState<Readonly<Record<number, string>>>({});
  const [note, setNote] = useState('');
  const rows = [...new Set(notice.requested.flatMap(({ row }) => row ?? []))];
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const answered = await act.run('answer', () =>
      api.call('answerCorrection', answerOf(notice, lines, note)),
    );
    if (answered) onAnswered();
  };
  return (
    <section className="case-card">
      <h2>{t('asked')}</h2>
      <ul>
        {notice.requested.map(({ row, item, reason }) => (
          <li key={`${row} ${item}`}>
            {row !== undefined && `${t('line')} ${row}: `}
            <strong>{itemName(FIELD_NAMES[item] ?? item)}</strong> — {reason}
          </li>
        ))}
      </ul>
      {notice.dueAt && <p>{t('answerBy', { date: formatDay(notice.dueAt, language) })}</p>}
      <ProblemNote problem={act.problem} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        {rows.map((row) => (
          <TextField
            key={row}
            id={`row-${row}`}
            label={`${t('line')} ${row}`}
            hint={t('pasteHow')}
            value={lines[row] ?? lineOf(notice, row)}
            maxLength={600}
            onValue={(line) => setLines({ ...lines, [row]: line })}
          />
        ))}
        <TextField id="note" label={p('note')} value={note} long maxLength={500} onValue={setNote} />
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {t('answer')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** A line as it was told, so that one cell of it can be mended. */
function lineOf({ workers }: Notice, row: number): string {
  const worker = workers.find((one) => one.row === row);
  const cells = worker
    ? [worker.permitNo, worker.passportNo, worker.name, worker.nationality, worker.born]
    : [];
  return cells.filter(Boolean).join('; ');
}

function answerOf(notice: Notice, lines: Readonly<Record<number, string>>, note: string): Answer {
  const words = note.trim();
  return {
    noticeId: notice.noticeId,
    revision: notice.revision,
    workers: Object.entries(lines).flatMap(([row, line]) =>
      parseWorkerList(line)
        .slice(0, 1)
        .map(({ worker }) => ({ row: Number(row), ...worker })),
    ),
    ...(words ? { note: words } : {}),
  };
}
