import { applicationMachine } from '@permit/domain/machines/application-machine.ts';
import makeTemplate from '../infrastructure/jest-global-setup.mjs';
import { startWalks } from '../lifecycle/start-walks.ts';
import { walkModel } from '../lifecycle/walk-model.ts';
import { walkServer } from '../lifecycle/walk-server.ts';

const SEQUENCES = 500;
const MODEL_SEQUENCES = 10_000;

interface ProofContext {
  readonly args: readonly string[];
  database(): Promise<string>;
  say(sentence: string): void;
}

/**
 * `npm run prove -- sequences [COUNT] [FIRST-SEED]`: random sequences of acts through HTTP and PostgreSQL, compared
 * after each step with the pure model, and ten thousand on the model alone.
 */
export const proofs = {
  sequences: async ({ args, database, say }: ProofContext) => {
    const sequences = Number(args[0] ?? SEQUENCES);
    const firstSeed = Number(args[1] ?? 1);
    const model = walkModels(firstSeed);
    say(`${MODEL_SEQUENCES} sequences on the model: ${model.broken.length} broken rules`);
    process.env['TEST_DATABASE_URL'] ??= await database();
    makeTemplate();
    const through = await walkAll({ sequences, firstSeed, say });
    const summary = {
      modelSequences: MODEL_SEQUENCES,
      modelBroken: model.broken.length,
      movesOfTheTable: `${model.moves} of ${applicationMachine.transitions.length}`,
      sequences,
      firstSeed,
      steps: through.steps,
      done: through.moves,
      refused: through.refusals,
      differences: through.differences.length,
    };
    const found = [...model.broken, ...through.differences];
    return { summary, report: reportOf(summary, found), holds: found.length === 0 };
  },
};

function walkModels(firstSeed: number): { broken: string[]; moves: number } {
  const broken: string[] = [];
  const moves = new Set<string>();
  for (let seed = firstSeed; seed < firstSeed + MODEL_SEQUENCES; seed += 1) {
    const walk = walkModel(seed);
    broken.push(...walk.broken.map((words) => `seed ${seed}: ${words}`));
    walk.moves.forEach((move) => moves.add(move));
  }
  return { broken, moves: moves.size };
}

interface Sum {
  steps: number;
  moves: number;
  refusals: number;
  differences: string[];
}

/** A signed-in person's token ends after some minutes, so each hundred sequences has a server of its own. */
const SEQUENCES_A_SERVER = 100;

async function walkAll(run: {
  sequences: number;
  firstSeed: number;
  say: (sentence: string) => void;
}): Promise<Sum> {
  const sum: Sum = { steps: 0, moves: 0, refusals: 0, differences: [] };
  for (let done = 0; done < run.sequences; done += SEQUENCES_A_SERVER) {
    const count = Math.min(SEQUENCES_A_SERVER, run.sequences - done);
    await walkOneServer({ first: run.firstSeed + done, count }, sum);
    run.say(`${done + count} sequences, ${sum.differences.length} differences`);
  }
  return sum;
}

async function walkOneServer({ first, count }: { first: number; count: number }, sum: Sum): Promise<void> {
  const server = await startWalks();
  try {
    for (let seed = first; seed < first + count; seed += 1) {
      const walk = await walkServer(server, seed);
      sum.steps += walk.steps;
      sum.moves += walk.moves;
      sum.refusals += walk.refusals;
      sum.differences.push(...walk.differences);
    }
  } finally {
    await server.close();
  }
}

function reportOf(summary: Readonly<Record<string, unknown>>, found: readonly string[]): string {
  return `Random sequences of what filers, officers, the bank and the clocks do to a case: allowed and not allowed, in
any order, with days in which nobody acts. ${String(summary['modelSequences'])} of them on the pure model
(\`domain/src/lifecycle/case-model.ts\`), each step held against rules that share no code with it
(\`tests/lifecycle/broken-rules.ts\`): no move off the table, no act of the wrong hand, four different persons, money
before work, no state without a clock, no clock that ran out and was skipped. ${String(summary['sequences'])} of them
step by step by HTTP, each act signed in as its person, and after each step the rows in PostgreSQL (state, clock, the
four hands, bills, payments, appeal) compared with the model. The same seed walks the same way.

${found.length === 0 ? 'No difference was found.' : found.map((words) => `- ${words}`).join('\n')}

## What this does not show

Business time is held still during a step and set forward between steps. Three services are walked (renewal, replacement,
change of card); the hand-over at the counter, visits and captures are not part of these walks. A
draft is submitted on the day on which it was begun.`;
}
