/** Why an item is sent back; the words of each are in texts/reason-texts.ts. Codes of our own: the portal's are not known (F.6). */
export const RETURN_REASONS = [
  'missing',
  'unreadable',
  'differs',
  'expired',
  'wrong-paper',
  'not-believed',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];

/**
 * Grounds on which a registrar may refuse. None was read in the official text (domain notes, F.1), so each is
 * `uncertain` and the registrar writes the facts of the case beside it.
 */
export const REFUSAL_GROUNDS = {
  'not-eligible': {
    certainty: 'uncertain',
    source: 's.59-63: who may be given a permit [B1], not read in full',
  },
  'work-not-open': { certainty: 'uncertain', source: 's.7: work that foreigners may not do [B1]' },
  'stay-does-not-cover': {
    certainty: 'uncertain',
    source: 's.59: leave to stay that is not a tourist or in transit [B1]',
  },
  'health-excludes': { certainty: 'uncertain', source: 's.59 with the ministerial rule on diseases [B1]' },
  'false-statement': { certainty: 'assumed', source: 'general rule; section not found' },
  'employer-not-eligible': { certainty: 'assumed', source: 'conditions of the service; section not found' },
  'condition-of-round': {
    certainty: 'uncertain',
    source: 'the cabinet resolution of the round under s.63/2 [B1]',
  },
} as const satisfies Record<string, { certainty: 'certain' | 'uncertain' | 'assumed'; source: string }>;
export type RefusalGround = keyof typeof REFUSAL_GROUNDS;
