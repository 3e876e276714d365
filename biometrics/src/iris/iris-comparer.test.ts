import { expect, test } from '@jest/globals';
import { makeCode, noisyCopy } from '../gallery/make-code.ts';
import { createIrisComparer } from './iris-comparer.ts';
import { matchIris } from './iris-distance.ts';
import { createIrisKernel } from './iris-kernel.ts';
import { writeIrisTemplate } from './iris-template.ts';
import type { PhaseCode } from './phase-code.ts';

/** Made-up codes have equal halves; another code's bits as the odd half make the two orders differ. */
const withOddOf = (code: PhaseCode, other: PhaseCode): PhaseCode => ({ ...code, odd: other.even });

test('scores are those of comparing two by two, bit for bit and in both orders', () => {
  const codes = [1, 2, 3].map((seed) => withOddOf(makeCode(seed), makeCode(seed + 50)));
  const first = codes[0] as PhaseCode;
  const templates = [
    writeIrisTemplate({ quality: 50, hypotheses: codes }),
    writeIrisTemplate({ quality: 50, hypotheses: [noisyCopy(first, { flipped: 0.1, turn: 3 })] }),
    new Uint8Array(7),
    writeIrisTemplate({ quality: 50, hypotheses: [withOddOf(makeCode(9), first), makeCode(4)] }),
  ];
  const comparer = createIrisComparer(templates, createIrisKernel('scalar'));
  templates.forEach((a, i) => {
    const row = comparer.scoresOf(i);
    templates.forEach((b, j) => expect(row[j]).toBe(matchIris(a, b)));
  });
});
