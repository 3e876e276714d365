import type { RowFault } from '@permit/domain/bulk/row-faults.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf } from '@permit/domain/contract/endpoint.ts';
import { submitApplication } from '../applications/submit-application.ts';
import type { Tx } from '../database/transaction.ts';
import { ApiError } from '../errors.ts';

type Declared = Pick<InputOf<typeof filingApi.submitApplication>, 'declaration' | 'overrules'>;

/** Files one draft as it stands; what stands against it comes back as remarks and leaves the draft as it was. */
export async function submitRow(
  tx: Tx,
  applicationId: string,
  { declaration, overrules }: Declared,
): Promise<{ submitted: boolean; faults: RowFault[] }> {
  const draft = await tx
    .db('applications')
    .where('public_id', applicationId)
    .first<{ revision: number } | undefined>('revision');
  const input = { applicationId, revision: draft?.revision ?? 0, declaration, overrules };
  try {
    await tx.attempt(() => submitApplication(tx, input));
    return { submitted: true, faults: [] };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { submitted: false, faults: faultsOf(error) };
  }
}

/** The refusal as remarks: the finer code first, then each field with what the check said of it. */
function faultsOf(error: ApiError): RowFault[] {
  const head = error.code === 'draft-incomplete' ? 'not-to-be-submitted' : (error.detailCode ?? error.code);
  return [
    { column: '', code: head, severity: 'remark' },
    ...error.fields.map(({ path, code }) => ({
      column: path,
      code: code.replace(/^reason-wanted:/, ''),
      severity: 'remark' as const,
    })),
  ];
}
