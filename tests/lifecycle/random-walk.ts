import type { ModelAct, ModelCase } from '@permit/domain/lifecycle/case-model.ts';
import type { ApplicationState } from '@permit/domain/machines/application-machine.ts';
import { seededRandom, type Random } from '../defects/seeded-random.ts';

/** One step of a walk: an act now, or so many hours in which nobody does anything. */
export type Step = { readonly act: ModelAct } | { readonly waitHours: number };

/** `assistant` is an acting registrar too, so that one person tries to consider and to decide. */
const WHO: Readonly<Record<ModelAct['name'], readonly string[]>> = {
  submit: ['employer'],
  'pay-application-fee': ['bank'],
  'pay-permit-fee': ['bank'],
  'papers-complete': ['checker'],
  'papers-returned': ['checker'],
  propose: ['assistant'],
  'return-from-assistant': ['assistant'],
  'return-from-registrar': ['registrar', 'registrar', 'assistant'],
  grant: ['registrar', 'registrar', 'registrar', 'assistant'],
  refuse: ['registrar', 'registrar', 'assistant'],
  answer: ['employer'],
  withdraw: ['employer'],
  appeal: ['employer'],
  'appeal-allowed': ['minister'],
  'appeal-upheld': ['minister'],
  clock: ['system'],
};
const NAMES = Object.keys(WHO) as ModelAct['name'][];

/** What brings a case on from each state, so that walks go far before they try what is not allowed. */
const FORWARD: Readonly<Partial<Record<ApplicationState, readonly ModelAct['name'][]>>> = {
  draft: ['submit'],
  'awaiting-payment': ['pay-application-fee'],
  'in-document-check': ['papers-complete', 'papers-complete', 'papers-returned'],
  'needs-documents': ['answer'],
  'with-assistant-registrar': ['propose', 'propose', 'return-from-assistant'],
  'with-registrar': ['grant', 'refuse', 'refuse', 'return-from-registrar'],
  'awaiting-permit-fee': ['pay-permit-fee'],
  refused: ['appeal'],
  'under-appeal': ['appeal-allowed', 'appeal-upheld'],
};

/** The next step of a walk from where the case stands; the same seed walks the same way. */
export function nextStep(random: Random, at: ModelCase): Step {
  const kind = random.next();
  // A draft's rules depend on the day of filing, which is not what is walked here.
  if (kind < 0.15 && at.state !== 'draft') return { waitHours: 12 + Math.floor(random.next() * 24 * 25) };
  const forward = FORWARD[at.state];
  const names = kind < 0.75 && forward ? forward : NAMES.filter((name) => name !== 'clock');
  const name = pick(random, names);
  return { act: { name, by: pick(random, WHO[name]) } };
}

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random.next() * items.length)]!;

export { seededRandom };
