import { calendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { SAMPLE_R59M } from '@permit/domain/catalogue/sample-drafts.ts';
import { draftOf, DECLARATION, payAtBank, reasonsFor } from '../road/road-steps.ts';
import type { RoadServer } from '../road/road-server.ts';

/** Ids under which others would ask for what a party has filed. */
export type Ids = Readonly<Record<string, string>>;

export interface Planted {
  /** Texts that nobody but the party and the officers of the case may ever see. */
  readonly canaries: readonly string[];
  readonly ids: Ids;
}

/**
 * A case of a party with a secret word in every field that a person can write, brought as far as a refusal: `word` in
 * the form, `spoken` in reasons, notes and decisions.
 */
export async function plant(
  road: RoadServer,
  filer: string,
  { word, spoken }: { word: string; spoken: string },
): Promise<Planted> {
  const client = await road.as(filer);
  const draft = plantedDraft(word);
  const { applicationId, revision } = await client.call('createDraft', { serviceCode: 'R59M', draft });
  const overrules = (await reasonsFor(road, applicationId, filer)).map(({ code }) => ({
    code,
    reason: spoken,
  }));
  const submitted = await client.call('submitApplication', {
    applicationId,
    revision,
    declaration: DECLARATION,
    overrules,
  });
  await payAtBank(road, submitted.bill!);
  const checker = await road.as('checker');
  const returned = [{ item: 'health', reason: 'expired', note: spoken }];
  await checker.call('checkDocuments', { applicationId, complete: false, returned });
  await client.call('answerRequest', { applicationId, fields: { health: { hospital: word } }, note: spoken });
  await checker.call('checkDocuments', { applicationId, complete: true });
  await (
    await road.as('assistant')
  ).call('considerApplication', { applicationId, proposal: 'refuse', note: spoken });
  const registrar = await road.as('registrar');
  const found = await registrar.call('getApplication', { applicationId });
  const refusal = { ground: 'not-eligible', text: spoken } as const;
  await registrar.call('refuseApplication', { applicationId, revision: found.revision, ...refusal });
  return {
    canaries: [word, spoken, submitted.applicationNo],
    ids: { applicationId, applicationNo: submitted.applicationNo, billId: submitted.bill!.billId },
  };
}

const BORN = { precision: 'day', date: calendarDate('1988-02-29') } as const;

/** The word in every name, number and address of the sample; what has a form of its own keeps it. */
function plantedDraft(word: string) {
  const draft = draftOf(SAMPLE_R59M);
  const names = { ...draft.worker?.names, firstLatin: word, lastLatin: word, native: `အောင် ${word}` };
  return {
    ...draft,
    // Whoever knows number and birth may track a case, so the birth is one that nobody guesses.
    worker: { ...draft.worker, names, birth: BORN, email: `${word}@example.org`, alienRef: word },
    employer: {
      ...draft.employer,
      nameLatin: word,
      branch: word,
      signatory: word,
      email: `${word}@example.org`,
    },
    travelDocument: { ...draft.travelDocument, number: word.slice(0, 9) },
    job: { ...draft.job, reason: word },
    visa: { ...draft.visa, number: word, checkpoint: word },
    oldPermit: { ...draft.oldPermit, number: word },
  };
}
