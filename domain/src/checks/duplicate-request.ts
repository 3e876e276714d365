import type { ApplicationDraft } from '../catalogue/application-draft.ts';
import { defineCheck } from './check.ts';
import type { KnownPerson } from './known-cases.ts';
import { DUPLICATE_SCORE, personLikeness } from './person-likeness.ts';
import { CASE_TEXTS } from './texts/case-texts.ts';

/** Another open request of the same family for what may be the same person. Told, never decided. */
export const duplicateRequest = defineCheck({
  name: 'duplicate-request',
  findings: { 'duplicate-open-request': { severity: 'warn', text: CASE_TEXTS.duplicate } },
  run({ service, draft, openRequests = [] }, tell) {
    const person = personOf(draft);
    return openRequests
      .filter((request) => request.family === service.family)
      .map((request) => ({ request, likeness: personLikeness(person, request.person) }))
      .filter(({ likeness }) => likeness.score >= DUPLICATE_SCORE)
      .map(({ request, likeness }) =>
        tell('duplicate-open-request', 'worker', {
          applicationNo: request.applicationNo,
          score: likeness.score,
          reasons: likeness.parts.map(({ part, points }) => `${part} ${points}`),
        }),
      );
  },
});

/** The person of a draft, in the shape that other records are compared in. */
export function personOf(draft: ApplicationDraft): KnownPerson {
  const { worker, travelDocument } = draft;
  return {
    names: worker?.names,
    birth: worker?.birth,
    sex: worker?.sex,
    nationality: worker?.nationality,
    travelDocumentNumber: travelDocument?.number,
    nonThaiId: worker?.nonThaiId,
  };
}
