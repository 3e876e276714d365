import { type Sourced, UNCERTAIN } from '../catalogue/figure.ts';
import { allow, refuse, type Decision } from '../refusal.ts';

/** Every way in which a card may come to its person. */
export const HAND_OVER_WAYS = ['one-to-one', 'papers-and-second-person', 'representative', 'post'] as const;
export type HandOverWay = (typeof HAND_OVER_WAYS)[number];

interface WayPolicy extends Sourced {
  readonly on: boolean;
  /** A second member of staff gives their own code. */
  readonly needsSecondPerson: boolean;
}

/**
 * How a card may be handed over, as data. Whether somebody else may fetch it, or the post may bring it, was found in no
 * rule of the Department: both stay off until a named source says so.
 */
export const HAND_OVER_POLICY: Readonly<Record<HandOverWay, WayPolicy>> = {
  'one-to-one': {
    on: true,
    needsSecondPerson: false,
    certainty: 'assumed',
    source: 'house rule: the face and fingers that were captured',
  },
  'papers-and-second-person': {
    on: true,
    needsSecondPerson: true,
    certainty: 'assumed',
    source: 'house rule for vans without a network',
  },
  representative: {
    on: false,
    needsSecondPerson: true,
    ...UNCERTAIN('no rule found that lets somebody else fetch the card'),
  },
  post: { on: false, needsSecondPerson: true, ...UNCERTAIN('no rule found that lets the card be posted') },
};

/** Whether a card may be handed over in this way today. */
export function decideHandOver(
  way: HandOverWay,
  policy: Readonly<Record<HandOverWay, Pick<WayPolicy, 'on'>>> = HAND_OVER_POLICY,
): Decision<'way-not-allowed'> {
  return policy[way].on ? allow() : refuse('way-not-allowed');
}
