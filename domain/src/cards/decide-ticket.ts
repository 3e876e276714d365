import type { ApplicationState } from '../machines/application-machine.ts';
import type { CardState } from '../machines/card-machine.ts';
import { allow, refuse, type Decision } from '../refusal.ts';

export interface TicketAsked {
  readonly state: ApplicationState;
  readonly purpose: 'capture' | 'collect';
  /** Cards of the case, with whether each is at the centre that is asked. */
  readonly cards: readonly { readonly state: CardState; readonly isHere: boolean }[];
}

/**
 * Who may take a ticket. A granted case comes to be captured or to collect; a completed one only to collect a card that
 * was made again since, and only where that card lies.
 */
export function decideTicket({
  state,
  purpose,
  cards,
}: TicketAsked): Decision<'not-granted-yet' | 'no-card-ready' | 'card-elsewhere'> {
  if (state === 'granted') return allow();
  if (state !== 'completed') return refuse('not-granted-yet');
  if (purpose !== 'collect') return refuse('no-card-ready');
  const waiting = cards.filter((card) => card.state === 'ready' || card.state === 'in-transit');
  if (waiting.length === 0) return refuse('no-card-ready');
  return waiting.some((card) => card.state === 'ready' && card.isHere) ? allow() : refuse('card-elsewhere');
}
