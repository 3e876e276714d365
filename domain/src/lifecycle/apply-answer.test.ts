import { expect, test } from '@jest/globals';
import { applyAnswer } from './apply-answer.ts';

const draft = {
  worker: { names: { firstLatin: 'AUNG', lastLatin: 'MIN' }, sex: 'male' },
  places: [{ a: 1 }],
};

test('what was sent back is taken, and what stood beside it stays', () => {
  const { draft: after, closed } = applyAnswer(draft, { worker: { names: { firstLatin: 'AUNGE' } } }, [
    'worker.names.firstLatin',
  ]);
  expect(closed).toEqual([]);
  expect(after.worker).toEqual({ names: { firstLatin: 'AUNGE', lastLatin: 'MIN' }, sex: 'male' });
});

test('a value beside it may be sent along unchanged, but not changed', () => {
  const items = ['worker.names.firstLatin'];
  const same = { worker: { names: { firstLatin: 'AUNGE', lastLatin: 'MIN' } } };
  expect(applyAnswer(draft, same, items).closed).toEqual([]);
  const other = { worker: { names: { lastLatin: 'MAUNG' } } };
  expect(applyAnswer(draft, other, items)).toEqual({ draft, closed: ['worker.names.lastLatin'] });
});

test('a group that was sent back opens all of it, and no group whose name only begins alike', () => {
  expect(applyAnswer(draft, { worker: { sex: 'female' } }, ['worker']).closed).toEqual([]);
  expect(applyAnswer(draft, { workerNote: 'x' }, ['worker']).closed).toEqual(['workerNote']);
  expect(applyAnswer(draft, { worker: {} }, ['places']).closed).toEqual(['worker']);
});

test('a list is one value', () => {
  expect(applyAnswer(draft, { places: [{ a: 2 }] }, ['places']).draft.places).toEqual([{ a: 2 }]);
});
