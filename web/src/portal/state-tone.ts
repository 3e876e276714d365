import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import type { Tone } from '@permit/ui/tone-shapes.ts';

/** How a state is meant to be taken: `warn` asks something of the filer. */
export const STATE_TONES = {
  draft: 'quiet',
  'awaiting-payment': 'warn',
  'in-document-check': 'wait',
  'needs-documents': 'warn',
  'with-assistant-registrar': 'wait',
  'with-registrar': 'wait',
  'awaiting-permit-fee': 'warn',
  granted: 'good',
  completed: 'good',
  refused: 'bad',
  'under-appeal': 'wait',
  withdrawn: 'quiet',
  expired: 'bad',
  'closed-unanswered': 'bad',
} as const satisfies Record<ApplicationState, Tone>;
