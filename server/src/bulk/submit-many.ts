import type { bulkApi } from '@permit/domain/contract/bulk-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { recordAudit } from '../audit/record-audit.ts';
import type { Tx } from '../database/transaction.ts';
import { findApplication } from '../applications/application-store.ts';
import { actingParty } from '../http/acting-party.ts';
import { startRun } from './bulk-run-store.ts';
import type { BulkWork } from './bulk-work.ts';
import { submitRow } from './submit-row.ts';

export type SubmitAsked = InputOf<typeof bulkApi.submitMany>;

/** Begins the filing of many drafts under one declaration. */
export async function submitMany(tx: Tx, input: SubmitAsked): Promise<OutputOf<typeof bulkApi.submitMany>> {
  const partyId = actingParty(tx);
  const rowsTotal = input.applicationIds.length;
  const { runId } = await startRun(tx, { kind: 'submit', partyId, rowsTotal, asked: input });
  const fact = {
    act: 'bulk-submission-started',
    subjectKind: 'bulk-run',
    subjectId: runId,
    purpose: 'filing',
  };
  await recordAudit(tx, { ...fact, detail: { rows: rowsTotal } });
  return { runId, rowsTotal };
}

/** Each row is one draft. */
export async function submitWork(asked: SubmitAsked): Promise<BulkWork> {
  return {
    rowsAtOnce: 25,
    prepare: async (from, to) =>
      asked.applicationIds.slice(from, to).map((applicationId, index) => ({
        rowNo: from + index + 1,
        async do(tx) {
          const application = await findApplication(tx.db, applicationId);
          if (!application) return { outcome: 'refused', faults: [wholeRow('not-found')] };
          if (application.state !== 'draft')
            return {
              outcome: 'known',
              applicationId: application.id,
              faults: [wholeRow('wrong-state', 'remark')],
            };
          const { submitted, faults } = await submitRow(tx, applicationId, asked);
          const refusedFaults = faults.map((fault) => ({ ...fault, severity: 'refused' as const }));
          return {
            outcome: submitted ? 'submitted' : 'refused',
            applicationId: application.id,
            faults: refusedFaults,
          };
        },
      })),
    notes: () => [],
    close: () => undefined,
  };
}

/** A reason that concerns the whole row. */
export function wholeRow(code: string, severity: 'refused' | 'remark' = 'refused') {
  return { column: '', code, severity };
}
