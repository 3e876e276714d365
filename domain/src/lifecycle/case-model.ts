import type { ServiceDefinition } from '../catalogue/service-definition.ts';
import { applicationMachine, type ApplicationState } from '../machines/application-machine.ts';
import { findTransition, type Actor } from '../machines/machine.ts';
import { caseDueAt } from './case-clock.ts';
import { remedyAt, remedyOf } from './remedies.ts';

/** Whose hand an act needs, and which column of the four persons it writes. */
type Hand = 'submittedBy' | 'checkedBy' | 'consideredBy' | 'decidedBy';

/** A case as the rules see it: nothing of any person but who did what. */
export interface ModelCase {
  readonly state: ApplicationState;
  readonly dueAt: Date | undefined;
  readonly hands: Readonly<Partial<Record<Hand, string>>>;
  /** Bills that were written, and whether each is paid. */
  readonly bills: Readonly<Partial<Record<'application-fee' | 'permit-fee', { dueAt: Date; paid: boolean }>>>;
  readonly appealed: boolean;
  /** Who may see the case besides its filer. */
  readonly openTo: readonly ('contractor' | 'office' | 'appeals')[];
}

/** What somebody tries to do. `role` is as whom they act. */
export interface ModelAct {
  readonly name:
    | 'submit'
    | 'pay-application-fee'
    | 'pay-permit-fee'
    | 'papers-complete'
    | 'papers-returned'
    | 'propose'
    | 'return-from-assistant'
    | 'return-from-registrar'
    | 'grant'
    | 'refuse'
    | 'answer'
    | 'withdraw'
    | 'appeal'
    | 'appeal-allowed'
    | 'appeal-upheld'
    | 'clock';
  readonly by: string;
}

export type ModelAnswer =
  | { readonly done: true; readonly next: ModelCase }
  | {
      readonly done: false;
      readonly code: 'wrong-state' | 'same-person' | 'not-found' | 'set-aside' | 'refused';
    };

/** What the service costs at each stage, in the sample that is walked. */
export interface ModelWorld {
  readonly service: ServiceDefinition;
  readonly filingFee: boolean;
  readonly permitFee: boolean;
}

interface Rule {
  readonly from: ApplicationState;
  readonly to: (world: ModelWorld) => ApplicationState;
  readonly actor: Actor;
  /** Officers may not have touched the case before, and this is written with their name. */
  readonly hand?: Hand;
  readonly fourEyes?: true;
  readonly needs?: 'contractor' | 'office' | 'appeals';
  readonly opens?: 'contractor' | 'office' | 'appeals';
  readonly bills?: 'application-fee' | 'permit-fee';
  readonly forgets?: readonly Hand[];
  readonly effect?: Partial<ModelCase>;
}

const afterGrant = ({ permitFee }: ModelWorld): ApplicationState =>
  permitFee ? 'awaiting-permit-fee' : 'granted';

const RULES: Readonly<
  Record<Exclude<ModelAct['name'], 'withdraw' | 'clock' | 'pay-application-fee' | 'pay-permit-fee'>, Rule>
> = {
  submit: {
    from: 'draft',
    to: ({ filingFee }) => (filingFee ? 'awaiting-payment' : 'in-document-check'),
    actor: 'filer',
    hand: 'submittedBy',
    bills: 'application-fee',
  },
  'papers-complete': {
    from: 'in-document-check',
    to: () => 'with-assistant-registrar',
    actor: 'document-checker',
    hand: 'checkedBy',
    fourEyes: true,
    needs: 'contractor',
    opens: 'office',
  },
  'papers-returned': {
    from: 'in-document-check',
    to: () => 'needs-documents',
    actor: 'document-checker',
    fourEyes: true,
    needs: 'contractor',
  },
  propose: {
    from: 'with-assistant-registrar',
    to: () => 'with-registrar',
    actor: 'assistant-registrar',
    hand: 'consideredBy',
    fourEyes: true,
    needs: 'office',
  },
  'return-from-assistant': {
    from: 'with-assistant-registrar',
    to: () => 'needs-documents',
    actor: 'assistant-registrar',
    fourEyes: true,
    needs: 'office',
    forgets: ['checkedBy'],
  },
  'return-from-registrar': {
    from: 'with-registrar',
    to: () => 'needs-documents',
    actor: 'registrar',
    fourEyes: true,
    needs: 'office',
    forgets: ['checkedBy', 'consideredBy'],
  },
  grant: {
    from: 'with-registrar',
    to: afterGrant,
    actor: 'registrar',
    hand: 'decidedBy',
    fourEyes: true,
    needs: 'office',
    bills: 'permit-fee',
  },
  refuse: {
    from: 'with-registrar',
    to: () => 'refused',
    actor: 'registrar',
    hand: 'decidedBy',
    fourEyes: true,
    needs: 'office',
  },
  answer: { from: 'needs-documents', to: () => 'in-document-check', actor: 'filer' },
  appeal: {
    from: 'refused',
    to: () => 'under-appeal',
    actor: 'filer',
    opens: 'appeals',
    effect: { appealed: true },
  },
  'appeal-allowed': {
    from: 'under-appeal',
    to: afterGrant,
    actor: 'minister',
    hand: 'decidedBy',
    fourEyes: true,
    needs: 'appeals',
    bills: 'permit-fee',
  },
  'appeal-upheld': {
    from: 'under-appeal',
    to: () => 'refused',
    actor: 'minister',
    fourEyes: true,
    needs: 'appeals',
  },
};

/** A draft that was just begun. */
export function beginCase(world: ModelWorld, at: Date): ModelCase {
  const dueAt = caseDueAt(world.service, 'draft', at);
  return { state: 'draft', dueAt, hands: {}, bills: {}, appealed: false, openTo: [] };
}

/** What an act makes of a case at an instant, or why it is not done; the same case and act always give the same. */
export function decideAct(world: ModelWorld, before: ModelCase, act: ModelAct, at: Date): ModelAnswer {
  if (act.name === 'clock') return ranOut(before, at);
  if (act.name === 'pay-application-fee' || act.name === 'pay-permit-fee')
    return pay(world, before, act.name, at);
  if (act.name === 'withdraw') return withdraw(before);
  const rule = RULES[act.name];
  if (rule.needs && !before.openTo.includes(rule.needs)) return { done: false, code: 'not-found' };
  if (before.state !== rule.from) return { done: false, code: 'wrong-state' };
  if (act.name === 'appeal' && before.appealed) return { done: false, code: 'refused' };
  const touched = Object.values(before.hands).filter((person) => person !== undefined);
  if (rule.fourEyes && touched.includes(act.by)) return { done: false, code: 'same-person' };
  return { done: true, next: apply(world, before, { rule, act, at }) };
}

function apply(
  world: ModelWorld,
  before: ModelCase,
  { rule, act, at }: { rule: Rule; act: ModelAct; at: Date },
): ModelCase {
  const to = rule.to(world);
  const hands = { ...before.hands, ...(rule.hand ? { [rule.hand]: act.by } : {}) };
  for (const hand of rule.forgets ?? []) delete hands[hand];
  const dueAt = act.name === 'appeal-upheld' ? undefined : caseDueAt(world.service, to, at);
  const billed = rule.bills === 'permit-fee' ? world.permitFee : rule.bills && world.filingFee;
  return {
    ...before,
    ...rule.effect,
    state: to,
    dueAt,
    hands,
    openTo: opened(before, rule.opens ?? (to === 'in-document-check' ? 'contractor' : undefined)),
    bills: billed && dueAt ? { ...before.bills, [rule.bills!]: { dueAt, paid: false } } : before.bills,
  };
}

const opened = (before: ModelCase, to: Rule['opens']): ModelCase['openTo'] =>
  to && !before.openTo.includes(to) ? [...before.openTo, to] : before.openTo;

/** Money counts once, in its own amount and in time; it moves the case only while the case waits for it. */
function pay(
  { service }: ModelWorld,
  before: ModelCase,
  name: 'pay-application-fee' | 'pay-permit-fee',
  at: Date,
): ModelAnswer {
  const kind = name === 'pay-application-fee' ? 'application-fee' : 'permit-fee';
  const bill = before.bills[kind];
  if (!bill || bill.paid || at > bill.dueAt) return { done: false, code: 'set-aside' };
  const waits = kind === 'application-fee' ? 'awaiting-payment' : 'awaiting-permit-fee';
  const bills = { ...before.bills, [kind]: { ...bill, paid: true } };
  if (before.state !== waits) return { done: true, next: { ...before, bills } };
  const to = kind === 'application-fee' ? 'in-document-check' : 'granted';
  const openTo = kind === 'application-fee' ? opened(before, 'contractor') : before.openTo;
  return { done: true, next: { ...before, bills, openTo, state: to, dueAt: caseDueAt(service, to, at) } };
}

function withdraw(before: ModelCase): ModelAnswer {
  const transition = findTransition(applicationMachine, before.state, 'withdrawn');
  if (!transition?.by.includes('filer')) return { done: false, code: 'wrong-state' };
  return { done: true, next: { ...before, state: 'withdrawn', dueAt: undefined } };
}

function ranOut(before: ModelCase, at: Date): ModelAnswer {
  const remedy = remedyOf(before.state);
  if (!before.dueAt || !remedy || remedy.kind === 'list' || remedyAt(before.state, before.dueAt) >= at)
    return { done: false, code: 'wrong-state' };
  const state = remedy.kind === 'move' ? remedy.to : before.state;
  return { done: true, next: { ...before, state, dueAt: undefined } };
}
