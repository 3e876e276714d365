import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import {
  changeSeenBy,
  type ActState,
  type SeenChange,
  type Viewer,
} from '@permit/domain/notices/change-of-employer.ts';
import { serviceInForce } from '../catalogue/published-service-store.ts';
import type { Tx } from '../database/transaction.ts';
import { actFromRow, type ActRow } from './employment-store.ts';

/** The wire's form of a seen change: lists that may be written to. */
export type ChangeView = Omit<SeenChange, 'acts'> & { acts: { code: string; state: ActState }[] };

/** The acts that a change of employer is made of today. */
export const changeOfEmployer = (tx: Tx): Promise<ServiceDefinition | undefined> =>
  serviceInForce(tx, 'C-EMP');

/** The change of employer of one permit as this viewer may know it. */
export function changeFor(
  composite: ServiceDefinition | undefined,
  acts: readonly ActRow[],
  viewer: Viewer,
): ChangeView | undefined {
  const change = composite && changeSeenBy(composite, acts.map(actFromRow), viewer);
  return change && { ...change, acts: [...change.acts] };
}
