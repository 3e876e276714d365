import { useState } from 'react';
import type { ScannedCardView } from '../../kiosk-views.ts';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { useClerkText } from './clerk-language.tsx';
import { ScanField } from './scan-field.tsx';
import { readScanned } from './scanned-text.ts';
import { goesWords } from './tray-view.tsx';

export type CardMatch = 'right' | 'wrong';

/** The card in the clerk's hand before it is in another's: scanned, and held against the ticket on the screen. */
export function CardScan({ visitId, onMatch }: { visitId: string; onMatch: (match: CardMatch) => void }) {
  const { ask } = useStation();
  const text = useClerkText();
  const [card, setCard] = useState<ScannedCardView>();
  const scan = async (typed: string) => {
    const scanned = readScanned(typed);
    if (scanned.kind !== 'card') return;
    const found = (await ask('scanCards', { serials: [scanned.serial] }))?.cards[0];
    if (!found) return;
    setCard(found);
    onMatch(isFor(found, visitId) ? 'right' : 'wrong');
  };
  const right = card && isFor(card, visitId);
  return (
    <>
      <ScanField
        label={text('scanCard')}
        button={text('scanButton')}
        autoFocus
        onScan={(typed) => void scan(typed)}
      />
      {card && (
        <p role="status" className={right ? 'verdict-good' : 'verdict-bad'}>
          <Sign name={right ? 'tick' : 'cross'} /> {card.serial}:{' '}
          {right ? text('rightCard') : `${text('wrongCard')} ${goesWords(card, text)}`}
        </p>
      )}
    </>
  );
}

const isFor = (card: ScannedCardView, visitId: string) => card.goes === 'ticket' && card.visitId === visitId;
