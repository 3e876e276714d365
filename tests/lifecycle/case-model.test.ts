import { expect, test } from '@jest/globals';
import { applicationMachine } from '@permit/domain/machines/application-machine.ts';
import { walkModel } from './walk-model.ts';

const SEQUENCES = 10_000;
const FIRST_SEED = 2_569_000;

/** Moves that no sequence of these acts makes: what other parts of the system do. */
const ELSEWHERE = new Set([
  // The card is handed over at the counter, and an uncollected card is listed, not ended.
  'granted → completed',
  'granted → expired',
]);

test('ten thousand random sequences reach no forbidden state and skip no clock', () => {
  const broken: string[] = [];
  const moves = new Set<string>();
  let refusals = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed += 1) {
    const walk = walkModel(seed);
    broken.push(...walk.broken.map((words) => `seed ${seed}: ${words}`));
    walk.moves.forEach((move) => moves.add(move));
    refusals += walk.refusals;
  }
  expect(broken.slice(0, 10)).toEqual([]);
  expect(refusals).toBeGreaterThan(SEQUENCES);
  const table = applicationMachine.transitions.map(({ from, to }) => `${from} → ${to}`);
  // Every other move of the table was made at least once: the walks look everywhere.
  expect(table.filter((move) => !moves.has(move) && !ELSEWHERE.has(move))).toEqual([]);
});
