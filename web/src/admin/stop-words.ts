import type { ErrorCode } from '@permit/domain/contract/error-body.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import { ApiProblem, problemSentence } from '../api/api-problem.ts';

/** Why an import stopped, in words: its code is a refusal's or a refusal's detail. */
export function stopWords(problem: string, language: Language): string {
  return problemSentence(new ApiProblem(problem as ErrorCode, { detailCode: problem }), language);
}
