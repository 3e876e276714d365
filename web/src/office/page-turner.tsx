import { Button } from '@permit/ui/button.tsx';
import { paperViewTexts } from '@permit/ui/texts/paper-view-texts.ts';
import type { ReactElement } from 'react';
import { useTexts } from '../app/use-texts.ts';

/** Leafs through a paper of several pages; says where one is to those who do not see it. */
export function PageTurner(props: {
  /** The page that is shown, from 0, and how many there are. */
  readonly at: number;
  readonly of: number;
  readonly name: string;
  readonly where: string;
  readonly onTurn: (at: number) => void;
}): ReactElement {
  const { at, of, name, where, onTurn } = props;
  const v = useTexts(paperViewTexts);
  return (
    <div className="actions page-turner">
      <Button busy={at === 0} onClick={() => onTurn(at - 1)}>
        {v('previousPage')}
        <span className="hidden-words"> {name}</span>
      </Button>
      <span role="status">{where}</span>
      <Button busy={at === of - 1} onClick={() => onTurn(at + 1)}>
        {v('nextPage')}
        <span className="hidden-words"> {name}</span>
      </Button>
    </div>
  );
}
