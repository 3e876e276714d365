import { appealsApi } from '@permit/domain/contract/appeals-api.ts';
import type { Registrar } from '../http/route.ts';
import { decideAppeal, recordAppealStage } from './decide-appeal.ts';
import { fileAppeal, rebuildAppeal } from './file-appeal.ts';
import { getAppeal, listAppeals } from './read-appeals.ts';

/** Appeals against a refusal, from the filing to the decision. */
export function registerAppealRoutes({ route }: Registrar): void {
  route(appealsApi.fileAppeal, fileAppeal, {
    replay: {
      ids: ({ applicationId }) => ({ applicationId }),
      rebuild: (tx, ids) => rebuildAppeal(tx, String(ids['applicationId'])),
    },
  });
  route(appealsApi.getAppeal, getAppeal);
  route(appealsApi.listAppeals, listAppeals);
  route(appealsApi.recordAppealStage, recordAppealStage);
  route(appealsApi.decideAppeal, decideAppeal);
}
