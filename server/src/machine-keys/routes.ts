import { machineKeysApi } from '@permit/domain/contract/machine-keys-api.ts';
import type { Registrar } from '../http/route.ts';
import { createMachineKey, listMachineKeys, revokeMachineKey, rotateMachineKey } from './machine-keys.ts';

/** Keys of the software of employers and agents. */
export function registerMachineKeyRoutes({ route }: Registrar): void {
  route(machineKeysApi.listMachineKeys, listMachineKeys);
  route(machineKeysApi.createMachineKey, createMachineKey, {
    // The secret is kept nowhere: a repeat answers the key alone.
    replay: {
      ids: ({ keyId }) => ({ keyId }),
      rebuild: async (_tx, ids) => ({ keyId: String(ids['keyId']) }),
    },
  });
  route(machineKeysApi.rotateMachineKey, rotateMachineKey);
  route(machineKeysApi.revokeMachineKey, revokeMachineKey);
}
