import type { ReactElement } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { AnswerManyPage } from './answer-many-page.tsx';
import { ImportPage } from './import-page.tsx';
import { RunListPage } from './run-list-page.tsx';
import { RunPage } from './run-page.tsx';
import { SubmitManyPage } from './submit-many-page.tsx';

/** Many workers at once: the list of runs, a new import, and what became of each row. */
export function BulkApp(): ReactElement {
  return (
    <Switch>
      <Route path="/bulk" component={RunListPage} />
      <Route path="/bulk/answer" component={AnswerManyPage} />
      <Route path="/bulk/submit" component={SubmitManyPage} />
      <Route path="/bulk/new/:service?">{({ service }) => <ImportPage chosen={service} />}</Route>
      <Route path="/bulk/:id">{({ id }) => <RunPage runId={id} />}</Route>
      <Route>
        <Redirect to="/bulk" />
      </Route>
    </Switch>
  );
}
