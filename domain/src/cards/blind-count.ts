import { allow, refuse, type Decision } from '../refusal.ts';

export interface CountStands {
  readonly state: 'open' | 'count-again' | 'agreed' | 'differs';
  readonly openedBy: string;
  readonly firstBy: string | undefined;
}

/** Who may count: not who opened the count, and the second time somebody else than the first. */
export function decideCounter(count: CountStands, counter: string): Decision<'count-closed' | 'same-person'> {
  if (count.state === 'agreed' || count.state === 'differs') return refuse('count-closed');
  if (counter === count.openedBy || counter === count.firstBy) return refuse('same-person');
  return allow();
}

/**
 * What a count means. The one who counts learns only whether somebody has to count again, never by how much it was
 * wrong; a difference is one that two persons have counted.
 */
export function judgeCount(
  count: CountStands,
  { counted, expected }: { readonly counted: number; readonly expected: number },
): 'agreed' | 'count-again' | 'differs' {
  if (counted === expected) return 'agreed';
  return count.state === 'open' ? 'count-again' : 'differs';
}
