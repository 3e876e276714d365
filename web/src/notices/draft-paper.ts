import type { ApiProblem } from '../api/api-problem.ts';
import type { Input } from '../api/api-client.ts';

type AskedPaper = Input<'addNoticePapers'>['papers'][number];

/** A paper that has arrived as an upload and is not handed in yet; its name is shown to its filer only. */
export interface DraftPaper extends AskedPaper {
  readonly name: string;
}

/** As the API takes them. */
export const papersToSend = (papers: readonly DraftPaper[]): AskedPaper[] =>
  papers.map(({ kind, uploadId }) => ({ kind, uploadId }));

/** The paper that the answer names as the one that cannot be taken. */
export function paperAtFault(
  problem: ApiProblem | undefined,
  papers: readonly DraftPaper[],
): DraftPaper | undefined {
  const place = problem?.fields.map(({ path }) => /^papers\.(\d+)$/.exec(path)?.[1]).find(Boolean);
  return place === undefined ? undefined : papers[Number(place)];
}
