import { expect, test } from '@jest/globals';
import { ApiProblem } from '../api/api-problem.ts';
import { paperAtFault, papersToSend, type DraftPaper } from './draft-paper.ts';

const papers: DraftPaper[] = [
  { kind: 'passport', uploadId: 'a'.repeat(22), name: 'one.jpg' },
  { kind: 'other', uploadId: 'b'.repeat(22), name: 'two.pdf' },
];

test('the name of a file stays in the page', () => {
  expect(papersToSend(papers)).toEqual(papers.map(({ kind, uploadId }) => ({ kind, uploadId })));
});

test('the paper that cannot be taken is found by the place that the answer names', () => {
  const problem = new ApiProblem('image-refused', { fields: [{ path: 'papers.1', code: 'unreadable' }] });
  expect(paperAtFault(problem, papers)?.name).toBe('two.pdf');
  expect(paperAtFault(new ApiProblem('invalid-input'), papers)).toBeUndefined();
  expect(paperAtFault(undefined, papers)).toBeUndefined();
});
