import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { trackApplication } from '@permit/server/applications/track-application.ts';
import { inTransaction, SYSTEM } from '@permit/server/database/transaction.ts';
import type { Deps } from '@permit/server/deps.ts';
import type { ApiError } from '@permit/server/errors.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { aSubmission } from './road-steps.ts';

let road: RoadServer;
let day: Awaited<ReturnType<typeof aSubmission>>;
let year: Awaited<ReturnType<typeof aSubmission>>;
beforeAll(async () => {
  road = await startRoadServer();
  day = await aSubmission(road, 'R59M');
  year = await aSubmission(road, 'N632', 'agent');
}, 60_000);
afterAll(() => road.close());

type Ask = Parameters<typeof trackApplication>[1];

/** The action itself, without the limiter in front of it; counts how many records are opened. */
async function track(ask: Ask): Promise<{ answer: unknown; opened: number }> {
  let opened = 0;
  const keys: Deps['keys'] = {
    ...road.deps.keys,
    unwrap: (wrapped) => {
      opened += 1;
      return road.deps.keys.unwrap(wrapped);
    },
  };
  const answer = await inTransaction({ ...road.deps, keys }, SYSTEM, 'track', (tx) =>
    trackApplication(tx, ask),
  ).catch((error: ApiError) => ({ refused: error.code, detail: error.detailCode, fields: error.fields }));
  return { answer, opened };
}

test('by number, by passport and by the receipt’s QR the same case is found', async () => {
  const found = { applicationNo: day.applicationNo, state: 'awaiting-payment', serviceCode: 'R59M' };
  const ask = road.nobody;
  expect(
    await ask.call('trackApplication', { applicationNo: day.applicationNo, born: '1992-04-17' }),
  ).toMatchObject(found);
  expect(await ask.call('trackApplication', { passportNo: ' mh-123456 ', born: '1992-04-17' })).toMatchObject(
    found,
  );
  expect(await ask.call('trackApplication', { receipt: day.receipt! })).toMatchObject(found);
});

test('who has only a year of birth on record tracks by the year', async () => {
  const ask = { passportNo: 'PA0456789', born: '1998' };
  expect(await road.nobody.call('trackApplication', ask)).toMatchObject({
    applicationNo: year.applicationNo,
  });
  await expect(road.nobody.call('trackApplication', { ...ask, born: '1999' })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('a passport names all cases of its person, the newest first', async () => {
  const second = await aSubmission(road, 'R59M');
  const tracked = await road.nobody.call('trackApplication', { passportNo: 'MH123456', born: '1992-04-17' });
  expect(tracked.applicationNo).toBe(second.applicationNo);
  expect(tracked.others.map(({ applicationNo }) => applicationNo)).toEqual([day.applicationNo]);
});

test('neither a receipt of another kind nor a changed one opens anything', async () => {
  const attempt = await road.nobody.call('recordAttempt', {
    ...{ serviceCode: 'R59M', triedAt: road.deps.clock.business().toISOString(), seen: 'error' as const },
  });
  const before = day.receipt!.slice(0, -8);
  const changed = before + (day.receipt!.at(-8) === 'A' ? 'B' : 'A') + day.receipt!.slice(-7);
  for (const receipt of [attempt.receipt.text, changed, 'WPR1:'])
    await expect(road.nobody.call('trackApplication', { receipt })).rejects.toMatchObject({
      code: 'not-found',
    });
});

test('absent, foreign and wrongly answered are one answer, and cost the same work', async () => {
  const wrong = {
    byNumber: await track({ applicationNo: day.applicationNo, born: '1992-04-18' }),
    byPassport: await track({ passportNo: 'MH123456', born: '1992-04-18' }),
  };
  const noCase = fc.record({ applicationNo: fc.stringMatching(/^79[0-9]{12}$/) });
  const noPassport = fc.record({ passportNo: fc.stringMatching(/^Q[A-Z0-9]{6,9}$/) });
  const known = fc.constantFrom({ applicationNo: day.applicationNo }, { passportNo: 'MH123456' });
  const born = fc
    .integer({ min: 1993, max: 2009 })
    .chain((y) => fc.constantFrom(`${y}`, `${y}-04`, `${y}-04-17`));
  await fc.assert(
    fc.asyncProperty(fc.oneof(noCase, noPassport, known), born, async (who, said) => {
      const same = 'passportNo' in who ? wrong.byPassport : wrong.byNumber;
      expect(await track({ ...who, born: said })).toEqual(same);
    }),
    { numRuns: 60 },
  );
  expect(wrong.byPassport.answer).toEqual(wrong.byNumber.answer);
  expect([wrong.byNumber.opened, wrong.byPassport.opened]).toEqual([1, 4]);
});

test('less than the record knows is not enough', async () => {
  for (const born of ['1992', '1992-04'])
    expect((await track({ applicationNo: day.applicationNo, born })).answer).toMatchObject({
      refused: 'not-found',
    });
});

test('who guesses at one case is asked to wait, from whatever address', async () => {
  const answers: unknown[] = [];
  for (let guess = 0; guess < 24; guess += 1)
    answers.push(
      await road.nobody
        .call('trackApplication', { passportNo: 'GUESSED123', born: `19${70 + guess}` })
        .catch((error: { code: string }) => error.code),
    );
  expect(new Set(answers.slice(0, 15))).toEqual(new Set(['not-found']));
  expect(answers.at(-1)).toBe('too-many-requests');
});
