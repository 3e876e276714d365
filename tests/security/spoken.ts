import type { RoadServer } from '../road/road-server.ts';
import type { Ids } from './planted.ts';

/**
 * What officers and filers say after a refusal and beside a case: an appeal and its decision, a refund and its
 * decision, a case that stands sent back, a notice that is to be corrected and then acknowledged.
 */
export async function speakOf(
  road: RoadServer,
  { applicationId, billId }: Ids,
  spoken: string,
): Promise<void> {
  const [employer, minister, finance] = await Promise.all(
    ['employer', 'minister', 'finance'].map((who) => road.as(who)),
  );
  await employer!.call('fileAppeal', {
    applicationId: applicationId!,
    knownOn: '2026-11-20',
    grounds: spoken,
  });
  const upheld = { outcome: 'upheld', reason: spoken } as const;
  await minister!.call('decideAppeal', { applicationId: applicationId!, ...upheld });
  const payee = { payeeName: spoken, payeeAccount: '123-4-56789-0' };
  const { refundId } = await employer!.call('refundBill', { billId: billId!, reason: spoken, ...payee });
  await finance!.call('decideRefund', { refundId, approve: false, note: spoken });
  await speakOfNotice(road, spoken);
}

async function speakOfNotice(road: RoadServer, spoken: string): Promise<void> {
  const employer = await road.as('employer');
  const { noticeId } = await employer.call('fileNotice', {
    serviceCode: 'H53',
    body: {
      employer: { kind: 'thai-company', idNumber: '0105561000011', nameThai: 'บริษัท ตัวอย่างอาหารทะเล จำกัด' },
      workplaceProvince: '74',
      eventDate: '2026-11-08',
      reason: spoken,
    },
    workers: [{ firstLatin: spoken, nationality: 'MM', born: '1990-01-01', passportNo: 'MX999999' }],
  });
  const assistant = await road.as('assistant');
  const items = [{ item: 'reason', reason: spoken }];
  await assistant.call('askCorrection', { noticeId, revision: 1, items });
  await employer.call('answerCorrection', { noticeId, revision: 1, body: { reason: spoken }, note: spoken });
  await assistant.call('askCorrection', { noticeId, revision: 2, items });
}
