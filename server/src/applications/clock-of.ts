/** The clock of a case's state, under the name that the actions use. */
export { caseDueAt as dueAt } from '@permit/domain/lifecycle/case-clock.ts';
