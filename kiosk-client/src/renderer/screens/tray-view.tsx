import { useState } from 'react';
import type { ScannedCardView } from '../../kiosk-views.ts';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { useClerkText } from './clerk-language.tsx';
import { ScanField } from './scan-field.tsx';
import { readScanned } from './scanned-text.ts';

const SHELF = /^[A-Z0-9][A-Z0-9 /-]{0,19}$/;
/** Cards that stay on the screen: a tray. */
const MOST_SHOWN = 60;
const SIGNS = {
  ticket: 'tick',
  shelf: 'tick',
  'send-on': 'warn',
  'set-aside': 'warn',
  'not-known': 'cross',
} as const;

/** A tray under the scanner: card after card, and at once where each goes. */
export function TrayView() {
  const { ask } = useStation();
  const text = useClerkText();
  const [shelf, setShelf] = useState('');
  const [cards, setCards] = useState<readonly ScannedCardView[]>([]);
  const scan = async (typed: string) => {
    const scanned = readScanned(typed);
    if (scanned.kind !== 'card') return;
    const place = shelf.trim().toUpperCase();
    const found = await ask('scanCards', {
      serials: [scanned.serial],
      ...(SHELF.test(place) && { shelf: place }),
    });
    if (!found) return;
    // The newest stands first; a card that is scanned again has moved, not doubled.
    setCards((before) =>
      [...found.cards, ...before.filter(({ serial }) => serial !== scanned.serial)].slice(0, MOST_SHOWN),
    );
  };
  return (
    <details className="tray">
      <summary>{text('tray')}</summary>
      <label className="tray-shelf">
        {text('shelf')}
        <input
          value={shelf}
          maxLength={20}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => setShelf(event.target.value)}
        />
      </label>
      <ScanField label={text('scanCard')} button={text('scanButton')} onScan={(typed) => void scan(typed)} />
      <ul className="rows" aria-live="polite">
        {cards.map((card) => (
          <li key={card.serial} className="row">
            <span>
              <Sign name={SIGNS[card.goes]} /> <strong>{goesWords(card, text)}</strong>
            </span>
            <small>{card.serial}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Where a card goes, in words. */
export function goesWords(
  { goes, ticketNo = '', shelf = '' }: ScannedCardView,
  text: ReturnType<typeof useClerkText>,
): string {
  return text(`goes-${goes}`, { ticket: ticketNo, shelf });
}
