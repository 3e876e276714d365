import type { Application } from '../applications/application-store.ts';
import { allow, refuse, type Decision } from '@permit/domain/refusal.ts';

/**
 * Four eyes on persons (promises.md I6): the filer, the checker, the assistant registrar and the registrar are
 * four different people. The database refuses the row as well; this says it in words before.
 */
export function decideFourEyes(application: Application, person: string): Decision<'same-person'> {
  const { submittedBy, checkedBy, consideredBy, workerPerson } = application;
  const others = [submittedBy, checkedBy, consideredBy, workerPerson];
  return others.includes(person) ? refuse('same-person') : allow();
}
