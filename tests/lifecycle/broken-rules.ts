import type { ModelAct, ModelAnswer, ModelCase, ModelWorld } from '@permit/domain/lifecycle/case-model.ts';
import { remedyAt, SELF_ENDING_STATES } from '@permit/domain/lifecycle/remedies.ts';
import { applicationMachine } from '@permit/domain/machines/application-machine.ts';
import { findTransition, isFinal, type Actor } from '@permit/domain/machines/machine.ts';

const ACTOR: Readonly<Record<ModelAct['name'], Actor>> = {
  submit: 'filer',
  'pay-application-fee': 'bank',
  'pay-permit-fee': 'bank',
  'papers-complete': 'document-checker',
  'papers-returned': 'document-checker',
  propose: 'assistant-registrar',
  'return-from-assistant': 'assistant-registrar',
  'return-from-registrar': 'registrar',
  grant: 'registrar',
  refuse: 'registrar',
  answer: 'filer',
  withdraw: 'filer',
  appeal: 'filer',
  'appeal-allowed': 'minister',
  'appeal-upheld': 'minister',
  clock: 'system',
};

export interface Stepped {
  readonly world: ModelWorld;
  readonly before: ModelCase;
  readonly act: ModelAct;
  readonly answer: ModelAnswer;
  readonly at: Date;
}

/** What one step broke, in words; written against the published table and the promises, not against the model. */
export function brokenRules({ world, before, act, answer, at }: Stepped): readonly string[] {
  if (!answer.done) return [];
  const { next } = answer;
  const broken: string[] = [];
  const say = (wrong: boolean, words: string) => void (wrong && broken.push(`${act.name}: ${words}`));
  if (next.state !== before.state) {
    const move = findTransition(applicationMachine, before.state, next.state);
    say(!move, `${before.state} to ${next.state} is not in the table`);
    say(
      move !== undefined && !move.by.includes(ACTOR[act.name]),
      `${ACTOR[act.name]} may not make this move`,
    );
  }
  say(isFinal(applicationMachine, before.state) && next.state !== before.state, 'a final state was left');
  const termOver = next.state === 'refused' && (next.appealed || act.name === 'clock');
  say(
    !isFinal(applicationMachine, next.state) && !next.dueAt && !termOver,
    `${next.state} waits without a clock`,
  );
  const hands = Object.values(next.hands).filter((person) => person !== undefined);
  say(new Set(hands).size < hands.length, 'one person did two of the four acts');
  const granted = next.state === 'awaiting-permit-fee' || next.state === 'granted';
  say(granted && !(next.hands.decidedBy && next.hands.consideredBy), 'granted without two officers');
  const paid = (kind: 'application-fee' | 'permit-fee') => next.bills[kind]?.paid === true;
  say(
    world.filingFee && next.hands.checkedBy !== undefined && !paid('application-fee'),
    'checked before it was paid',
  );
  say(
    world.permitFee && next.state === 'granted' && !paid('permit-fee'),
    'granted whole without the permit fee',
  );
  const overdue =
    next.dueAt && SELF_ENDING_STATES.includes(next.state) && remedyAt(next.state, next.dueAt) < at;
  say(act.name === 'clock' && overdue === true, 'a clock ran out and was skipped');
  return broken;
}
