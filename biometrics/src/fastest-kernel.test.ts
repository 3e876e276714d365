import { expect, test } from '@jest/globals';
import { fastestKernel } from './fastest-kernel.ts';

interface Pretended {
  readonly name: string;
  readonly ms: number;
  readonly answer: readonly number[];
}

/** Chooses among kernels that take the given time and give the given answer, by a clock that they move. */
function chosen(kernels: readonly Pretended[], broken: readonly string[] = []): string {
  let clock = 0;
  return fastestKernel<string, Pretended>({
    variants: kernels.map(({ name }) => name),
    create: (name) => {
      if (broken.includes(name)) throw new Error('no such instructions');
      return kernels.find((kernel) => kernel.name === name) as Pretended;
    },
    task: ({ ms, answer }) => {
      clock += ms;
      return answer;
    },
    now: () => clock,
  }).name;
}

const right = [1, 2, 3];

test('the fastest of the kernels that answer as the plain twin does is chosen', () => {
  const kernels = [
    { name: 'scalar', ms: 5, answer: right },
    { name: 'simd', ms: 2, answer: right },
    { name: 'plain', ms: 50, answer: right },
  ];
  expect(chosen(kernels)).toBe('simd');
  expect(chosen(kernels, ['simd'])).toBe('scalar');
});

test('a kernel that differs by a bit or leaves something out is not chosen, however fast', () => {
  const kernels = [
    { name: 'wrong', ms: 1, answer: [1, 2, 3.0000001] },
    { name: 'short', ms: 1, answer: [1, 2] },
    { name: 'right', ms: 9, answer: right },
    { name: 'plain', ms: 50, answer: right },
  ];
  expect(chosen(kernels)).toBe('right');
});

test('the plain twin is taken only where nothing else is left, even if a busy clock says that it is the fastest', () => {
  const kernels = [
    { name: 'simd', ms: 30, answer: right },
    { name: 'plain', ms: 1, answer: right },
  ];
  expect(chosen(kernels)).toBe('simd');
  expect(chosen(kernels, ['simd'])).toBe('plain');
});
