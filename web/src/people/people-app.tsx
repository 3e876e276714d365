import type { ReactElement } from 'react';
import { Route, Switch } from 'wouter';
import { DossierPage } from '../dossier/dossier-page.tsx';
import { ClaimPage } from './claim-page.tsx';
import { DelegationsPage } from './delegations-page.tsx';
import { MachineKeysPage } from './machine-keys-page.tsx';

/** What people set up once and seldom come back to: loaded together, so that the shell names one part for all. */
export function PeopleApp(): ReactElement {
  return (
    <Switch>
      <Route path="/delegations" component={DelegationsPage} />
      <Route path="/keys" component={MachineKeysPage} />
      <Route path="/claim" component={ClaimPage} />
      <Route path="/dossier" component={DossierPage} />
    </Switch>
  );
}
