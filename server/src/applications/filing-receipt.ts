import { issueReceipt } from '../receipts/issue-receipt.ts';
import type { KeyStore } from '../vault/key-store.ts';
import type { Application } from './application-store.ts';

type Filed = Pick<Application, 'number' | 'serviceCode' | 'submittedAt' | 'bodyHash'>;

/** The signed text of a filed application's receipt; the same whenever it is asked for. */
export async function filingReceipt(keys: KeyStore, application: Filed): Promise<string> {
  const { number, serviceCode, submittedAt, bodyHash } = application;
  if (!number || !submittedAt || !bodyHash) throw new RangeError('a draft has no receipt');
  const receivedAt = submittedAt;
  const thing = {
    kind: 'application' as const,
    number,
    serviceCode,
    receivedAt,
    revision: 1,
    digest: bodyHash,
  };
  return (await issueReceipt(keys, thing)).text;
}
