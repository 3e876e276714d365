import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import {
  changeSeenBy,
  type ActState,
  type SeenChange,
  type Viewer,
} from '@permit/domain/notices/change-of-employer.ts';
import type { Tx } from '../database/transaction.ts';
import { actFromRow, type ActRow } from './employment-store.ts';

/** The wire's form of a seen change: lists that may be written to. */
export type ChangeView = Omit<SeenChange, 'acts'> & { acts: { code: string; state: ActState }[] };

/** The change of employer of one permit as this viewer may know it. */
export function changeFor(tx: Tx, acts: readonly ActRow[], viewer: Viewer): ChangeView | undefined {
  const composite = serviceCatalogue.find('C-EMP', bangkokDate(tx.deps.clock.business()));
  const change = composite && changeSeenBy(composite, acts.map(actFromRow), viewer);
  return change && { ...change, acts: [...change.acts] };
}
