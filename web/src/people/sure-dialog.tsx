import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import type { ReactElement } from 'react';
import { ProblemNote } from '../app/problem-note.tsx';
import type { Act } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

/** An act that cannot be undone: what it means, then yes or no. */
export function SureDialog(props: {
  readonly title: string;
  readonly means: string;
  readonly look: 'primary' | 'danger';
  readonly act: Act;
  readonly onYes: () => Promise<void>;
  readonly onClose: () => void;
}): ReactElement {
  const { title, means, look, act, onYes, onClose } = props;
  const t = useTexts(peopleTexts);
  const f = useTexts(frameTexts);
  return (
    <Dialog title={title} onClose={onClose}>
      <p className="notice">{means}</p>
      <ProblemNote problem={act.problem} />
      <div className="actions">
        <Button look={look} busy={act.busy} onClick={() => void onYes()}>
          {t('confirm')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
