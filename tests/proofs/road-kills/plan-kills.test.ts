import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planKills, PRINT_KILLS, VICTIMS } from './plan-kills.ts';
import { PRINT_MOMENTS } from './print-moment.ts';

test('every stretch of the road has one kill, and the victims come in turn', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer(), (points, seed) => {
      const plan = planKills(points, seed);
      const stretches = plan.map(({ at }) => Math.floor(at * points)).sort((a, b) => a - b);
      expect(stretches).toEqual(Array.from({ length: points }, (_, index) => index));
      expect(plan.map(({ victim }) => victim)).toEqual(
        Array.from({ length: points }, (_, index) => VICTIMS[index % VICTIMS.length]),
      );
    }),
  );
});

test('a seed always gives the same plan, another seed another one', () => {
  expect(planKills(30, 7)).toEqual(planKills(30, 7));
  expect(planKills(30, 7)).not.toEqual(planKills(30, 8));
});

test('the print host is struck at every moment of a card', () => {
  const moments = PRINT_KILLS.filter(({ victim }) => victim === 'print-host').map(({ moment }) => moment);
  expect(moments).toEqual([...PRINT_MOMENTS]);
});
