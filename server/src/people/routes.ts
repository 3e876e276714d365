import { peopleApi } from '@permit/domain/contract/people-api.ts';
import type { Registrar } from '../http/route.ts';
import { confirmContact, setContact } from './contacts.ts';
import { getAccount, provePassword, setLanguage } from './own-account.ts';
import { listCounterRecoveries } from './list-counter-recoveries.ts';
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from './own-second-factor.ts';
import {
  askCounterRecovery,
  changePassword,
  finishRecovery,
  grantCounterRecovery,
  hashNewPassword,
  provePasswordAndHash,
  startRecovery,
} from './passwords.ts';
import { endOtherSessions, endSession, listSessions } from './sessions.ts';

/** What people do with their own account, and how they come back to it. */
export function registerPeopleRoutes({ route }: Registrar): void {
  route(peopleApi.getAccount, getAccount);
  route(peopleApi.setLanguage, setLanguage);
  route(peopleApi.setContact, setContact, { before: provePassword });
  route(peopleApi.confirmContact, confirmContact);
  route(peopleApi.changePassword, changePassword, { before: provePasswordAndHash });
  route(peopleApi.listSessions, listSessions);
  route(peopleApi.endSession, endSession);
  route(peopleApi.endOtherSessions, endOtherSessions);
  route(peopleApi.startSecondFactor, startSecondFactor, { before: provePassword });
  route(peopleApi.confirmSecondFactor, confirmSecondFactor);
  route(peopleApi.removeSecondFactor, removeSecondFactor, { before: provePassword });
  route(peopleApi.startRecovery, startRecovery, { as: 'system' });
  route(peopleApi.finishRecovery, finishRecovery, { as: 'system', before: hashNewPassword });
  route(peopleApi.askCounterRecovery, askCounterRecovery, {
    replay: {
      ids: ({ recoveryId }) => ({ recoveryId }),
      rebuild: async (_tx, ids) => ({ recoveryId: String(ids['recoveryId']) }),
    },
  });
  route(peopleApi.listCounterRecoveries, listCounterRecoveries);
  route(peopleApi.grantCounterRecovery, grantCounterRecovery);
}
