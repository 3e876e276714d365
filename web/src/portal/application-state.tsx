import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import { applicationStateText } from '@permit/domain/texts/application-state-texts.ts';
import { fill, say } from '@permit/domain/texts/text.ts';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import type { ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { STATE_TONES } from './state-tone.ts';

/** The state in plain words. */
export function ApplicationStateBadge({ state }: { readonly state: ApplicationState }): ReactElement {
  const { language } = useApp();
  return <StateBadge tone={STATE_TONES[state]} word={say(applicationStateText(state).label, language)} />;
}

/** The next step in one sentence, with the date of its clock. */
export function NextStep(props: {
  readonly state: ApplicationState;
  readonly dueAt?: string | undefined;
}): ReactElement {
  const { language } = useApp();
  const date = props.dueAt ? formatDay(props.dueAt, language) : '—';
  return <>{fill(say(applicationStateText(props.state).next, language), { date })}</>;
}
