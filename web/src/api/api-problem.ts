import type { ErrorBody, ErrorCode } from '@permit/domain/contract/error-body.ts';
import { say, type Language } from '@permit/domain/texts/text.ts';
import { CODE_TEXTS, DETAIL_TEXTS, problemTexts, type ProblemText } from '@permit/ui/texts/problem-texts.ts';

/** A refusal of the API, or the absence of an answer (`unreachable`). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ErrorCode | 'unreachable';
  readonly detailCode: string | undefined;
  readonly requestId: string | undefined;
  readonly fields: readonly { readonly path: string; readonly code: string }[];

  constructor(code: ErrorCode | 'unreachable', body: Partial<ErrorBody & { detailCode: string }> = {}) {
    super(code);
    this.code = code;
    this.detailCode = body.detailCode;
    this.requestId = body.requestId;
    this.fields = body.fields ?? [];
  }
}

/** Whatever was thrown, as a problem that a person can be told. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('internal');
}

/** What happened and what to do, in the person's language; an unknown code counts as a failure of ours. */
export function problemSentence({ code, detailCode }: ApiProblem, language: Language): string {
  const key: ProblemText | undefined =
    (detailCode ? DETAIL_TEXTS[detailCode] : undefined) ??
    (code === 'unreachable' ? 'unreachable' : (CODE_TEXTS[code] as ProblemText | undefined));
  return say(problemTexts.texts[key ?? 'internal'], language);
}
