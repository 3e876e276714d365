import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { feesOf } from '@permit/domain/catalogue/fees.ts';
import { SAMPLE_DRAFTS } from '@permit/domain/catalogue/sample-drafts.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import {
  beginCase,
  decideAct,
  type ModelAct,
  type ModelCase,
  type ModelWorld,
} from '@permit/domain/lifecycle/case-model.ts';
import { remedyAt, SELF_ENDING_STATES } from '@permit/domain/lifecycle/remedies.ts';
import { brokenRules } from './broken-rules.ts';
import { nextStep, seededRandom } from './random-walk.ts';

export const WALK_START = new Date('2026-11-20T09:00:00+07:00');
export const WALK_SERVICES = ['R59M', 'RP', 'C-CARD'] as const;

/** A service with the first sample that is walked. */
export function worldOf(code: string): ModelWorld & { sample: (typeof SAMPLE_DRAFTS)[string] } {
  const service = serviceCatalogue.find(code, calendarDate('2026-11-20'))!;
  const sample = Object.values(SAMPLE_DRAFTS).find(({ serviceCode }) => serviceCode === code)!;
  const fees = feesOf(service, sample);
  const owed = (stage: 'filing' | 'grant') =>
    fees.some((fee) => fee.stage === stage && (fee.satang as number) > 0);
  return { service, sample, filingFee: owed('filing'), permitFee: owed('grant') };
}

/** Every service has a filing fee today; one without it goes straight to the check. */
const WORLDS: readonly ModelWorld[] = [...WALK_SERVICES.map(worldOf), { ...worldOf('RP'), filingFee: false }];

export interface Walk {
  readonly steps: number;
  readonly moves: ReadonlySet<string>;
  readonly refusals: number;
  readonly broken: readonly string[];
}

/** One walk of the pure model; what the clock should have ended is ended before anybody acts again. */
export function walkModel(seed: number, steps = 20): Walk {
  const random = seededRandom(seed);
  const world = WORLDS[seed % WORLDS.length]!;
  let [at, now]: [ModelCase, Date] = [beginCase(world, WALK_START), WALK_START];
  const [moves, broken]: [Set<string>, string[]] = [new Set(), []];
  let refusals = 0;
  const take = (act: ModelAct): void => {
    const answer = decideAct(world, at, act, now);
    broken.push(...brokenRules({ world, before: at, act, answer, at: now }));
    if (!answer.done) refusals += 1;
    else {
      if (answer.next.state !== at.state) moves.add(`${at.state} → ${answer.next.state}`);
      at = answer.next;
    }
  };
  for (let step = 0; step < steps; step += 1) {
    const next = nextStep(random, at);
    if ('act' in next) take(next.act);
    else {
      now = new Date(now.getTime() + next.waitHours * 3_600_000);
      take({ name: 'clock', by: 'system' });
      const skipped = at.dueAt && SELF_ENDING_STATES.includes(at.state) && remedyAt(at.state, at.dueAt) < now;
      if (skipped) broken.push(`${at.state} is still there after its clock`);
    }
  }
  return { steps, moves, refusals, broken };
}
