import type { ReactElement } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { BillPage } from './bill-page.tsx';
import { BillsPage } from './bills-page.tsx';
import { BundlePage } from './bundle-page.tsx';
import { GroupPage } from './group-page.tsx';

/** Bills, paying many at once, and the papers of many: one piece, so that the shell names one chunk. */
export function MoneyApp(): ReactElement {
  return (
    <Switch>
      <Route path="/bills" component={BillsPage} />
      <Route path="/bills/together/:id">{({ id }) => <GroupPage groupId={id} />}</Route>
      <Route path="/bills/:id">{({ id }) => <BillPage billId={id} />}</Route>
      <Route path="/papers/together" component={BundlePage} />
      <Route>
        <Redirect to="/bills" />
      </Route>
    </Switch>
  );
}
