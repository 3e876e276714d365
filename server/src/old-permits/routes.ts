import { oldPermitQuestionsApi } from '@permit/domain/contract/old-permit-questions-api.ts';
import { oldPermitsApi } from '@permit/domain/contract/old-permits-api.ts';
import type { Registrar } from '../http/route.ts';
import { answerOldPermit, getOldPermitQuestion } from './answer-old-permit.ts';
import { importOf, importPermits, importsOf } from './import-permits.ts';
import { listOldPermitQuestions } from './old-permit-questions.ts';
import { listOldPermitConflicts, listOldPermitFaults } from './old-permit-lists.ts';

/** Old registers: import them, read what could not be taken, and answer for those whom they do not know. */
export function registerOldPermitRoutes({ route }: Registrar): void {
  route(oldPermitsApi.importPermits, importPermits, {
    replay: {
      ids: ({ importId }) => ({ importId }),
      rebuild: (tx, ids) => importOf(tx, String(ids['importId'])),
    },
  });
  route(oldPermitsApi.listPermitImports, importsOf);
  route(oldPermitsApi.getPermitImport, (tx, { importId }) => importOf(tx, importId));
  route(oldPermitsApi.listOldPermitConflicts, listOldPermitConflicts);
  route(oldPermitsApi.listOldPermitFaults, listOldPermitFaults);
  route(oldPermitQuestionsApi.listOldPermitQuestions, listOldPermitQuestions);
  route(oldPermitQuestionsApi.getOldPermitQuestion, getOldPermitQuestion);
  route(oldPermitQuestionsApi.answerOldPermit, answerOldPermit);
}
