import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, calendarDate, type CalendarDate } from '../calendar/calendar-date.ts';
import { cEmpVersions } from '../catalogue/services/c-emp.ts';
import { changeSeenBy } from './change-of-employer.ts';
import type { EmploymentAct } from './employment-act.ts';
import { employmentOn, employmentStanding } from './employment.ts';

const composite = cEmpVersions[0]!;
const START = calendarDate('2026-01-01');
const day = (offset: number): CalendarDate => addDays(START, offset);
const act = (kind: EmploymentAct['kind'], employer: string, on: CalendarDate): EmploymentAct => ({
  kind,
  employer,
  on,
  source: `${kind} ${employer} ${on}`,
});

const GRANTED = act('granted', 'old', day(0));
const HIRE = act('hire', 'new', day(40));
const WORKER = act('worker-start', 'new', day(41));
const EXIT = act('exit', 'old', day(38));

const someAct = fc
  .record({
    kind: fc.constantFrom('granted', 'hire', 'worker-start', 'exit'),
    employer: fc.constantFrom('a', 'b', 'c'),
    offset: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ kind, employer, offset }) => act(kind as EmploymentAct['kind'], employer, day(offset)));

/** Every order of a list. */
function orders<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) =>
    orders(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]),
  );
}

describe('the one truth', () => {
  test('never has two employments on one day and at most one open, whatever is told', () => {
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 12 }), (acts) => {
        const { employments } = employmentStanding(acts);
        employments.forEach(({ from, until }, index) => {
          const next = employments[index + 1];
          expect(until === undefined || from <= until).toBe(true);
          if (next) expect(until !== undefined && until < next.from).toBe(true);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  test('is the same in whatever order the same papers came, and a paper that comes twice changes nothing', () => {
    const shuffled = fc
      .array(someAct, { maxLength: 10 })
      .chain((acts) => fc.tuple(fc.constant(acts), fc.shuffledSubarray(acts, { minLength: acts.length })));
    fc.assert(
      fc.property(shuffled, ([acts, other]) => {
        const plain = (list: readonly EmploymentAct[]) =>
          employmentStanding(list).employments.map(({ employer, from, until }) => ({
            employer,
            from,
            until,
          }));
        expect(plain(other)).toEqual(plain(acts));
        expect(plain([...acts, ...acts])).toEqual(plain(acts));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(
    orders([HIRE, WORKER, EXIT]).map((order) => [order.map(({ kind }) => kind).join(', '), order] as const),
  )('a change of employer ends alike when it comes as %s', (_name, order) => {
    const { employments, claims } = employmentStanding([GRANTED, ...order]);
    expect(employments).toMatchObject([
      { employer: 'old', from: day(0), until: day(38), endedBy: 'exit' },
      { employer: 'new', from: day(40) },
    ]);
    expect(employments.at(-1)).not.toHaveProperty('until');
    expect(claims).toEqual([]);
  });

  test('an employer alone cannot take a worker from another', () => {
    const standing = employmentStanding([GRANTED, HIRE]);
    expect(employmentOn(standing, day(50))?.employer).toBe('old');
    expect(standing.claims).toMatchObject([{ employer: 'new' }]);
  });

  test('a worker alone cannot name an employer who did not hire', () => {
    expect(employmentOn(employmentStanding([GRANTED, EXIT, WORKER]), day(50))).toBeUndefined();
  });

  test('the new employer and the worker together end the old employment, whose exit is then still owed', () => {
    const { employments } = employmentStanding([GRANTED, HIRE, WORKER]);
    expect(employments[0]).toMatchObject({ employer: 'old', until: day(39), endedBy: 'change' });
  });

  test('a hire that only its employer tells cannot cut short what the old employer told', () => {
    const early = act('hire', 'new', day(10));
    const { employments } = employmentStanding([GRANTED, EXIT, early]);
    expect(employments).toMatchObject([{ until: day(38) }, { employer: 'new', from: day(39) }]);
  });

  test('a permit that begins before an unconfirmed hire could count puts an end to what ran on its first day', () => {
    const { employments } = employmentStanding([
      act('granted', 'b', day(0)),
      act('exit', 'b', day(1)),
      act('hire', 'a', day(1)),
      act('granted', 'c', day(1)),
    ]);
    expect(employments).toMatchObject([
      { employer: 'b', until: day(0) },
      { employer: 'c', from: day(1) },
    ]);
  });

  test('who is taken back by the same employer has two employments there', () => {
    const { employments } = employmentStanding([GRANTED, EXIT, act('hire', 'old', day(60))]);
    expect(employments).toMatchObject([{ until: day(38) }, { employer: 'old', from: day(60) }]);
  });
});

describe('what each side may know of a change', () => {
  const seen = (acts: EmploymentAct[], employer: string) =>
    changeSeenBy(composite, acts, { kind: 'employer', employer });

  test('the old employer learns nothing of a hire before the worker has told it too', () => {
    expect(seen([GRANTED, HIRE], 'old')).toBeUndefined();
    expect(seen([GRANTED, WORKER], 'old')).toBeUndefined();
    expect(seen([GRANTED, HIRE, WORKER], 'old')).toEqual({
      seenAs: 'old-employer',
      acts: [{ code: 'exit', state: 'missing' }],
      complete: false,
    });
  });

  test('the new employer sees which acts are there, and a stranger sees nothing', () => {
    expect(seen([GRANTED, HIRE], 'new')).toEqual({
      seenAs: 'new-employer',
      acts: [
        { code: 'hire', state: 'done' },
        { code: 'worker-start', state: 'missing' },
        { code: 'particulars', state: 'not-needed' },
        { code: 'exit', state: 'missing' },
      ],
      complete: false,
    });
    expect(seen([GRANTED, HIRE, WORKER, EXIT], 'somebody else')).toBeUndefined();
  });

  test('an employer whom only the worker names sees nothing until it has told the hire itself', () => {
    expect(seen([GRANTED, EXIT, WORKER], 'new')).toBeUndefined();
  });

  test('no view ever holds the name of another employer', () => {
    fc.assert(
      fc.property(fc.array(someAct, { maxLength: 10 }), fc.constantFrom('a', 'b', 'c'), (acts, employer) => {
        const words = JSON.stringify(seen(acts, employer) ?? {});
        expect(words).not.toMatch(/"[abc]"|2026-/);
      }),
    );
  });

  test('it is complete for everybody once the three required acts are there', () => {
    const all = [GRANTED, EXIT, HIRE, WORKER];
    expect(seen(all, 'new')?.complete).toBe(true);
    expect(seen(all, 'old')?.complete).toBe(true);
    expect(changeSeenBy(composite, all, { kind: 'worker' })?.complete).toBe(true);
  });
});
