import { oldPermitsApi } from '@permit/domain/contract/old-permits-api.ts';
import type { Registrar } from '../http/route.ts';
import { importOf, importPermits } from './import-permits.ts';
import { listOldPermitConflicts, listOldPermitFaults } from './old-permit-lists.ts';

/** Old registers: import them, and read what could not be taken or contradicts itself. */
export function registerOldPermitRoutes({ route }: Registrar): void {
  route(oldPermitsApi.importPermits, importPermits, {
    replay: {
      ids: ({ importId }) => ({ importId }),
      rebuild: (tx, ids) => importOf(tx, String(ids['importId'])),
    },
  });
  route(oldPermitsApi.getPermitImport, (tx, { importId }) => importOf(tx, importId));
  route(oldPermitsApi.listOldPermitConflicts, listOldPermitConflicts);
  route(oldPermitsApi.listOldPermitFaults, listOldPermitFaults);
}
