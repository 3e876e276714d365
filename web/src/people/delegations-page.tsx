import { Button } from '@permit/ui/button.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Skeleton } from '@permit/ui/progress-bar.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { hasRole } from '../app/roles-of.ts';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { GiveDelegation } from './give-delegation.tsx';
import './account-operations.ts';

type Delegation = Output<'listDelegations'>['delegations'][number];

/** Powers of attorney: those in force first to see, each with its way to end it; and a new one. */
export function DelegationsPage(): ReactElement {
  const { api, who } = useApp();
  const t = useTexts(peopleTexts);
  const h = useTexts(accountHelpTexts);
  const f = useTexts(frameTexts);
  const { value, problem, reload } = useLoad('delegations', () => api.call('listDelegations', {}));
  return (
    <Page title={t('delegations')} back="/account">
      <ProblemNote problem={problem} onRetry={reload} />
      {!value && !problem && <Skeleton label={f('loading')} />}
      {value?.delegations.length === 0 && (
        <EmptyState text={t('noDelegations')}>
          {who && hasRole(who, 'agent') && <p>{h('agentHow')}</p>}
        </EmptyState>
      )}
      {value?.delegations.map((delegation) => (
        <DelegationCard key={delegation.delegationId} delegation={delegation} onEnded={reload} />
      ))}
      {who && hasRole(who, 'employer', 'worker') && <GiveDelegation onGiven={reload} />}
    </Page>
  );
}

function DelegationCard(props: {
  readonly delegation: Delegation;
  readonly onEnded: () => void;
}): ReactElement {
  const { delegation, onEnded } = props;
  const { language } = useApp();
  const t = useTexts(peopleTexts);
  const h = useTexts(accountHelpTexts);
  const [ending, setEnding] = useState(false);
  const { given, from, to, acts, state, cases, validFrom, validUntil } = delegation;
  const other = given ? to : from;
  const open = state === 'coming' || state === 'in-force';
  return (
    <section className="evidence">
      <h2>
        {given ? t('to') : t('by')} {other.name || <code>{other.partyId}</code>}
      </h2>
      <p>
        {formatDay(validFrom, language)} – {formatDay(validUntil, language)} ·{' '}
        <strong>{t(`state_${state}`)}</strong>
      </p>
      <p>{acts.map((act) => t(`act_${act}`)).join(' · ')}</p>
      {open && <p className="quiet">{h('caseCount', { count: cases })}</p>}
      {open && (
        <Button look="danger" onClick={() => setEnding(true)}>
          {given ? t('takeBack') : t('layDown')}
        </Button>
      )}
      {ending && (
        <EndDialog
          delegation={delegation}
          onClose={() => setEnding(false)}
          onEnded={() => {
            setEnding(false);
            onEnded();
          }}
        />
      )}
    </section>
  );
}

function EndDialog(props: {
  readonly delegation: Delegation;
  readonly onClose: () => void;
  readonly onEnded: () => void;
}): ReactElement {
  const { delegation, onClose, onEnded } = props;
  const { delegationId, given } = delegation;
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [reason, setReason] = useState('');
  const end = async (): Promise<void> => {
    if (reason.trim() === '') return;
    const ended = await act.run(`revoke ${delegationId}`, () =>
      api.call('revokeDelegation', { delegationId, reason }),
    );
    if (ended) onEnded();
  };
  return (
    <Dialog title={given ? t('takeBack') : t('layDown')} onClose={onClose}>
      <p className="notice">{t('takeBackMeans')}</p>
      <ProblemNote problem={act.problem} />
      <TextField id="reason" label={t('reason')} value={reason} long maxLength={500} onValue={setReason} />
      <div className="actions">
        <Button look="danger" busy={act.busy} onClick={() => void end()}>
          {t('confirm')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
