import { expect, test } from '@jest/globals';
import { ReaderError } from '../reader-error.ts';
import { readerContract } from '../reader-contract.ts';
import { systemReaderTime } from '../system-reader-time.ts';
import { samplePerson } from './sample-person.ts';
import { createSyntheticAdapter } from './synthetic-reader.ts';

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
