import { describe, expect, test } from '@jest/globals';
import { ReaderError } from '../reader-error.ts';
import { expectProblem, orderFor, readerContract } from '../reader-contract.ts';
import { systemReaderTime } from '../system-reader-time.ts';
import { samplePerson } from './sample-person.ts';
import { virtualTime } from '../virtual-time.ts';
import { createSyntheticAdapter, type SyntheticReaderOptions } from './synthetic-reader.ts';

const person = samplePerson('contract');
const options = { time: systemReaderTime, person: () => person, captureMs: 120 };

readerContract('the synthetic reader', async () => ({
  adapter: createSyntheticAdapter({ mode: 'demo', ...options }),
  targets: ['right-index', 'two-thumbs', 'both-irises', 'face'],
  slowTarget: 'right-index',
  stop: async () => undefined,
}));

test('is refused in production', () => {
  expect(() => createSyntheticAdapter({ mode: 'production', ...options })).toThrow(ReaderError);
});

describe('a mishap of the script', () => {
  const start = async (more: Partial<SyntheticReaderOptions>) => {
    const time = virtualTime();
    const adapter = createSyntheticAdapter({ mode: 'demo', time, person: () => person, ...more });
    return { time, reader: await adapter.open('synthetic:finger') };
  };

  test('nobody there: timeout; the next capture is as asked', async () => {
    const { time, reader } = await start({ mishaps: ['nobody-there'] });
    await expectProblem(time.settle(reader.capture(orderFor('right-index'))), 'timeout');
    expect(await time.settle(reader.capture(orderFor('right-index')))).toHaveLength(1);
  });

  test('the wrong hand is labelled as the right one: only the pictures tell', async () => {
    const { time, reader } = await start({ mishaps: ['wrong-hand'] });
    const [frame] = await time.settle(reader.capture(orderFor('right-index')));
    expect(frame!.position).toBe('right-index');
    expect(frame!.image).toEqual(person.finger('left-index'));
  });

  test('the same finger again is labelled as the next one', async () => {
    const { time, reader } = await start({ mishaps: ['none', 'same-finger'] });
    await time.settle(reader.capture(orderFor('right-index')));
    const [frame] = await time.settle(reader.capture(orderFor('right-middle')));
    expect(frame!.image).toEqual(person.finger('right-index'));
  });

  test('a finger that the person does not have makes the count wrong until it is an exception', async () => {
    const { time, reader } = await start({ missing: ['right-ring'] });
    await expectProblem(time.settle(reader.capture(orderFor('right-four'))), 'wrong-count');
    const spec = { ...orderFor('right-four'), missing: ['right-ring' as const] };
    expect(await time.settle(reader.capture(spec))).toHaveLength(3);
  });
});
