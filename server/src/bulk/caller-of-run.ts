import { SYSTEM, type Caller } from '../database/transaction.ts';
import type { BulkRun } from './bulk-run-store.ts';

/** The filer whose act the run is: every row is done with their rights and no others. */
export function callerOfRun(run: BulkRun): Caller {
  return {
    ...SYSTEM,
    callerClass: 'applicant',
    role: run.role,
    personId: run.startedBy,
    partyIds: [run.partyId],
    roles: [{ role: run.role, partyId: run.partyId }],
  };
}
