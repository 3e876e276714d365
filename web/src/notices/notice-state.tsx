import type { NoticeState } from '@permit/domain/machines/notice-machine.ts';
import { eventText } from '@permit/domain/texts/machine-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import type { Tone } from '@permit/ui/tone-shapes.ts';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';

const TONES = {
  received: 'good',
  acknowledged: 'good',
  'correction-asked': 'warn',
} as const satisfies Record<NoticeState, Tone>;

/** The state of a notice in plain words. */
export function NoticeStateBadge({ state }: { readonly state: NoticeState }): ReactElement {
  const { language } = useApp();
  const text = eventText('notice', state);
  return <StateBadge tone={TONES[state]} word={text ? say(text, language) : state} />;
}
