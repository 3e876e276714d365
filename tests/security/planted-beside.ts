import { workOnce } from '@permit/server/jobs/run-worker.ts';
import { prepareBundleJob } from '@permit/server/papers/prepare-bundle-job.ts';
import type { RoadServer } from '../road/road-server.ts';
import { A_PDF, DECLARATION } from '../road/road-steps.ts';
import type { Ids } from './planted.ts';

/**
 * What an employer has beside a case, each with the secret words in it: a draft with a paper, a notice, a bulk run, a
 * refund that is asked for, and a bundle of papers that lies ready. Answers the ids by which others would ask for them.
 */
export async function plantBeside(
  road: RoadServer,
  { applicationId, billId }: Ids,
  { word, spoken }: { word: string; spoken: string },
): Promise<Ids> {
  const employer = await road.as('employer');
  const own = await employer.call('createDraft', {
    serviceCode: 'R59M',
    draft: { employer: { nameLatin: word } },
  });
  const bytes = new Uint8Array(A_PDF);
  const paper = { applicationId: own.applicationId, kind: 'passport', bytes };
  const { documentId } = await employer.call('attachDocument', paper);
  const { noticeId } = await employer.call('fileNotice', {
    serviceCode: 'H53',
    body: {
      // The name of a company stays readable; that of a person does not.
      employer: { kind: 'thai-company', idNumber: '0105561000011', nameThai: 'บริษัท ตัวอย่าง จำกัด' },
      workplaceProvince: '74',
      eventDate: '2026-11-08',
      reason: spoken,
    },
    workers: [{ firstLatin: word, nationality: 'MM', born: '1990-01-01', passportNo: 'MX999999' }],
  });
  const asked = { declaration: DECLARATION, applicationIds: [own.applicationId], overrules: [] };
  const { runId } = await employer.call('submitMany', asked);
  const payee = { payeeName: word, payeeAccount: '123-4-56789-0' };
  const { refundId } = await employer.call('refundBill', { billId: billId!, reason: spoken, ...payee });
  const { bundleId } = await employer.call('requestBundle', { applicationIds: [applicationId!] });
  while (await workOnce(road.deps, 'prepare-bundle', prepareBundleJob(road.press))) continue;
  return { documentId, noticeId, runId, refundId, bundleId };
}
