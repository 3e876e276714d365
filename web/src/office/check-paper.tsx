import { Button } from '@permit/ui/button.tsx';
import { DateField } from '@permit/ui/date-field.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { dossierOfficeTexts } from '@permit/ui/texts/dossier-office-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';

/** Accepts a paper until a day, the furthest one stands there already, or sends it back with the reason. */
export function CheckPaper(props: {
  readonly paper: Output<'listDossier'>['papers'][number];
  readonly onDone: (words: string) => void;
}): ReactElement {
  const { paper, onDone } = props;
  const { paperId, atMostUntil = '' } = paper;
  const { api, language } = useApp();
  const t = useTexts(dossierOfficeTexts);
  const dateWords = useDateWords(false);
  const act = useAct();
  const [validUntil, setValidUntil] = useState(atMostUntil);
  const [reason, setReason] = useState('');
  const [silent, setSilent] = useState(false);
  const check = async (accepted: boolean): Promise<void> => {
    setSilent(!accepted && reason.trim() === '');
    if (!accepted && reason.trim() === '') return;
    const input = accepted ? { paperId, accepted, validUntil } : { paperId, accepted, reason };
    const checked = await act.run(`check ${paperId}`, () => api.call('checkDossierPaper', input));
    if (checked) onDone(t(accepted ? 'accepted' : 'sentBack'));
  };
  return (
    <div>
      <DateField
        key={language}
        id="valid-until"
        label={t('validUntil')}
        hint={atMostUntil && t('atMost', { date: formatDay(atMostUntil, language) })}
        language={language}
        words={dateWords}
        value={validUntil}
        onValue={setValidUntil}
      />
      <TextField
        id="send-back-reason"
        label={t('reason')}
        value={reason}
        long
        maxLength={500}
        error={silent ? t('writeReason') : undefined}
        onValue={setReason}
      />
      <ProblemNote problem={act.problem} />
      <div className="actions">
        <Button look="primary" busy={act.busy} onClick={() => void check(true)}>
          {t('accept')}
        </Button>
        <Button busy={act.busy} onClick={() => void check(false)}>
          {t('sendBack')}
        </Button>
      </div>
    </div>
  );
}
