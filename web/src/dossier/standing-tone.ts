import type { DossierStanding } from '@permit/domain/dossier/dossier-paper.ts';
import type { Tone } from '@permit/ui/tone-shapes.ts';

const TONES = {
  'in-force': 'good',
  waiting: 'wait',
  expired: 'warn',
  returned: 'bad',
  replaced: 'quiet',
  removed: 'quiet',
} as const satisfies Record<DossierStanding, Tone>;

/** Colour and shape of how a paper of the dossier stands; the word stands beside it. */
export const standingTone = (standing: DossierStanding): Tone => TONES[standing];
