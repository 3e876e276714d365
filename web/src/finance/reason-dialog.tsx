import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { financeTexts } from '@permit/ui/texts/finance-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useState, type ReactElement, type ReactNode } from 'react';
import type { ApiProblem } from '../api/api-problem.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useTexts } from '../app/use-texts.ts';

export interface ReasonDialogProps {
  readonly title: string;
  /** What the act will do, before it is done. */
  readonly means: string;
  readonly label: string;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  readonly choices: readonly {
    readonly word: string;
    readonly look: 'primary' | 'danger';
    readonly act: (text: string) => void;
  }[];
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** An act that wants words: nothing is sent without them. */
export function ReasonDialog(props: ReasonDialogProps): ReactElement {
  const { title, means, label, busy, problem, choices, onClose, children } = props;
  const t = useTexts(financeTexts);
  const f = useTexts(frameTexts);
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const press = (act: (text: string) => void) => (): void => {
    setAsked(true);
    if (text.trim() !== '') act(text.trim());
  };
  const error = asked && text.trim() === '' ? t('write') : undefined;
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="notice">{means}</p>
      <ProblemNote problem={problem} />
      {children}
      <TextField id="words" label={label} value={text} maxLength={500} error={error} onValue={setText} />
      <div className="actions">
        {choices.map(({ word, look, act }) => (
          <Button key={word} look={look} busy={busy} onClick={press(act)}>
            {word}
          </Button>
        ))}
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
