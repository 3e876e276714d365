import { SAMPLE_DRAFTS } from '@permit/domain/catalogue/sample-drafts.ts';
import type { RoadServer } from '../road/road-server.ts';
import { DECLARATION, draftOf, payAtBank, reasonsFor } from '../road/road-steps.ts';

/** Files the first sample of a service without its papers: what is missing is answered by a reason, which is quick. */
export async function leanSubmission(road: RoadServer, code = 'R59M') {
  const employer = await road.as('employer');
  const sample = Object.values(SAMPLE_DRAFTS).find(({ serviceCode }) => serviceCode === code)!;
  const { applicationId, revision } = await employer.call('createDraft', {
    serviceCode: code,
    draft: draftOf(sample),
  });
  const overrules = await reasonsFor(road, applicationId);
  return employer.call('submitApplication', { applicationId, revision, declaration: DECLARATION, overrules });
}

/** A case on the registrar's desk. */
export async function onTheDesk(road: RoadServer, code = 'R59M') {
  const submitted = await leanSubmission(road, code);
  const { applicationId } = submitted;
  if (submitted.bill) await payAtBank(road, submitted.bill);
  await (await road.as('checker')).call('checkDocuments', { applicationId, complete: true });
  await (await road.as('assistant')).call('considerApplication', { applicationId, proposal: 'grant' });
  const { revision } = await (await road.as('registrar')).call('getApplication', { applicationId });
  return { ...submitted, revision };
}

/** A case that has been granted and paid for. */
export async function leanGrant(road: RoadServer, code = 'R59M') {
  const desk = await onTheDesk(road, code);
  const { applicationId, revision } = desk;
  await (await road.as('registrar')).call('grantApplication', { applicationId, revision });
  const { bills } = await (await road.as('employer')).call('listBills', { applicationId });
  const fee = bills.find(({ kind }) => kind === 'permit-fee');
  if (fee) await payAtBank(road, fee);
  return desk;
}
