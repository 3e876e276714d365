import { DOCUMENT_MIMES, MAX_DOCUMENT_BYTES } from '@permit/domain/catalogue/document-type.ts';
import { CORRECTABLE, type CorrectableField } from '@permit/domain/lifecycle/printed-fields.ts';
import { Button } from '@permit/ui/button.tsx';
import { FileField } from '@permit/ui/file-field.tsx';
import { Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { lifecycleTexts } from '@permit/ui/texts/lifecycle-texts.ts';
import { portalTexts } from '@permit/ui/texts/portal-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { useItemName } from '../filing/use-item-name.ts';

/** Fields that one line of text can correct here; the others are asked for at a counter. */
const ASKED_HERE = CORRECTABLE.filter((field) => !['worker.birth', 'worker.sex'].includes(field));

interface Typed {
  readonly field: CorrectableField | '';
  readonly value: string;
  readonly note: string;
  readonly newPassport: boolean;
  readonly wantsCard: boolean;
}

const NOTHING: Typed = { field: '', value: '', note: '', newPassport: false, wantsCard: false };

/** One thing that is wrong, what it should be, why, and the paper that shows it. */
export function CorrectionForm(props: {
  readonly permitId: string;
  readonly onDone: () => void;
}): ReactElement {
  const { permitId, onDone } = props;
  const { api } = useApp();
  const t = useTexts(lifecycleTexts);
  const p = useTexts(portalTexts);
  const f = useTexts(frameTexts);
  const itemName = useItemName();
  const act = useAct();
  const [typed, setTyped] = useState(NOTHING);
  const [paper, setPaper] = useState<File>();
  const [asked, setAsked] = useState(false);
  const lacks = (text: string): string | undefined =>
    asked && text.trim() === '' ? p('fillThisIn') : undefined;
  const tooLarge = paper !== undefined && paper.size > MAX_DOCUMENT_BYTES;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    const { field, value, note, newPassport, wantsCard } = typed;
    if (field === '' || !value.trim() || !note.trim() || tooLarge) return;
    const evidence = paper ? await keep(paper) : undefined;
    if (paper && !evidence) return;
    const ask = {
      permitId,
      source: newPassport ? ('renewed-passport' as const) : ('objection' as const),
      changes: [{ field, value }],
      note,
      reprintWanted: wantsCard,
      ...(evidence ? { evidenceDocumentId: evidence.documentId } : {}),
    };
    const done = await act.run(`correct ${JSON.stringify(ask)}`, (key) =>
      api.call('requestCorrection', ask, key),
    );
    if (done) onDone();
  };
  const keep = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return act.run(`evidence ${permitId} ${file.name} ${file.size}`, (key) =>
      api.call('attachEvidence', { permitId, kind: 'passport', bytes }, key),
    );
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <ProblemNote problem={act.problem} />
      <Select
        id="correct-field"
        label={t('whatIsWrong')}
        value={typed.field}
        nothing={f('choose')}
        options={ASKED_HERE.map((value) => ({ value, label: itemName(value) }))}
        error={lacks(typed.field)}
        onValue={(field) => setTyped({ ...typed, field: field as Typed['field'] })}
      />
      <TextField
        id="correct-value"
        label={t('rightValue')}
        value={typed.value}
        maxLength={120}
        error={lacks(typed.value)}
        onValue={(value) => setTyped({ ...typed, value })}
      />
      <TextField
        id="correct-note"
        label={t('why')}
        value={typed.note}
        long
        maxLength={500}
        error={lacks(typed.note)}
        onValue={(note) => setTyped({ ...typed, note })}
      />
      <Tick
        label={t('newPassport')}
        checked={typed.newPassport}
        onChecked={(newPassport) => setTyped({ ...typed, newPassport })}
      />
      <Tick
        label={t('wantCard')}
        checked={typed.wantsCard}
        onChecked={(wantsCard) => setTyped({ ...typed, wantsCard })}
      />
      <FileField
        id="correct-paper"
        label={t('evidence')}
        accept={DOCUMENT_MIMES.join()}
        buttonWords={paper?.name ?? p('chooseFile')}
        error={tooLarge ? p('tooLarge') : undefined}
        onFile={setPaper}
      />
      <Button look="primary" type="submit" busy={act.busy}>
        {t('sendCorrection')}
      </Button>
    </form>
  );
}

function Tick(props: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChecked: (checked: boolean) => void;
}): ReactElement {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={props.checked}
        onChange={(event) => props.onChecked(event.target.checked)}
      />
      {props.label}
    </label>
  );
}
