import type { CardState } from '../machines/card-machine.ts';

/** A person with a ticket of today. */
export interface WaitingTicket {
  readonly visitId: string;
  readonly ticketNo: string;
}

export type CardPlace = 'ticket' | 'shelf' | 'send-on' | 'set-aside';

/** Where a card that was just scanned goes: to who waits for it, on a shelf, on to its centre, or aside. */
export function placeOfCard(card: {
  readonly state: CardState;
  /** Its person comes to this centre. */
  readonly isDueHere: boolean;
  readonly waits: boolean;
}): CardPlace {
  if (card.state !== 'ready') return 'set-aside';
  if (card.waits) return 'ticket';
  return card.isDueHere ? 'shelf' : 'send-on';
}
