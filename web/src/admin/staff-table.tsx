import { Button } from '@permit/ui/button.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { adminTexts } from '@permit/ui/texts/admin-texts.ts';
import { useRef, useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useTexts } from '../app/use-texts.ts';
import { ReasonDialog } from '../office/reason-dialog.tsx';
import type { NewFactor } from './factor-secret.tsx';
import { GiveRole } from './give-role.tsx';
import type { Party } from './role-fields.tsx';

export type Staff = Output<'listStaff'>['staff'][number];
const DEEDS = ['giveRole', 'resetFactor', 'disable'] as const;
type Deed = (typeof DEEDS)[number];

interface Props {
  readonly staff: readonly Staff[];
  readonly parties: readonly Party[];
  readonly onChanged: (factor?: NewFactor) => void;
}

/** A line for each person: their roles, whether the account works, and what may be done with it. */
export function StaffTable({ staff, parties, onChanged }: Props): ReactElement {
  const { who } = useApp();
  const t = useTexts(adminTexts);
  const [doing, setDoing] = useState<{ person: Staff; deed: Deed }>();
  const close = (): void => setDoing(undefined);
  const done = (factor?: NewFactor): void => {
    close();
    onChanged(factor);
  };
  return (
    <>
      <Table
        caption={t('staff')}
        rows={staff}
        keyOf={({ accountId }) => accountId}
        columns={[
          { head: t('name'), cell: ({ displayName }) => <strong>{displayName}</strong> },
          { head: t('roles'), cell: (person) => <Roles roles={person.roles} /> },
          {
            head: t('state'),
            cell: ({ disabled }) => (
              <StateBadge tone={disabled ? 'quiet' : 'good'} word={t(disabled ? 'disabled' : 'working')} />
            ),
          },
          {
            head: t('acts'),
            cell: (person) =>
              // Nobody gives themselves a role or ends their own account.
              !person.disabled &&
              person.accountId !== who?.accountId && (
                <div className="row-acts">
                  {DEEDS.map((deed) => (
                    <Button
                      key={deed}
                      look={deed === 'disable' ? 'danger' : 'secondary'}
                      onClick={() => setDoing({ person, deed })}
                    >
                      {t(deed)}
                      <span className="hidden-words"> {person.displayName}</span>
                    </Button>
                  ))}
                </div>
              ),
          },
        ]}
      />
      {doing?.deed === 'giveRole' && (
        <GiveRole person={doing.person} parties={parties} onClose={close} onDone={() => done()} />
      )}
      {(doing?.deed === 'disable' || doing?.deed === 'resetFactor') && (
        <WithReason person={doing.person} deed={doing.deed} onClose={close} onDone={done} />
      )}
    </>
  );
}

function Roles({ roles }: Pick<Staff, 'roles'>): ReactElement {
  const { language } = useApp();
  const t = useTexts(adminTexts);
  if (roles.length === 0) return <span className="quiet">{t('noRoles')}</span>;
  return (
    <ul className="plain-list">
      {roles.map(({ role, partyName, until }) => (
        <li key={`${role} ${partyName}`}>
          {roleName(role, t)} · {partyName}
          {until && <span className="quiet"> · {t('until', { day: formatDay(until, language) })}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A role by its name; one that has none here (a machine's) by its code. */
function roleName(role: string, t: (key: keyof typeof adminTexts.texts) => string): string {
  const key = `role_${role}`;
  return key in adminTexts.texts ? t(key as keyof typeof adminTexts.texts) : role;
}

function WithReason(props: {
  readonly person: Staff;
  readonly deed: 'disable' | 'resetFactor';
  readonly onClose: () => void;
  readonly onDone: (factor?: NewFactor) => void;
}): ReactElement {
  const { person, deed, onClose, onDone } = props;
  const { api } = useApp();
  const t = useTexts(adminTexts);
  const { accountId, displayName: name } = person;
  // A ref: the dialog calls back in the turn in which the answer came.
  const factor = useRef<NewFactor>(undefined);
  const act = async (reason: string): Promise<unknown> => {
    if (deed === 'disable') return api.call('disableStaff', { accountId, reason });
    const { secondFactorUri: uri } = await api.call('resetFactor', { accountId, reason });
    factor.current = { name, uri };
    return true;
  };
  return (
    <ReasonDialog
      title={`${t(deed)}: ${name}`}
      means={t(`means_${deed}`, { name })}
      danger
      onClose={onClose}
      onReason={act}
      onDone={() => onDone(factor.current)}
    />
  );
}
