import { Button } from '@permit/ui/button.tsx';
import { DateField } from '@permit/ui/date-field.tsx';
import { Dialog } from '@permit/ui/dialog.tsx';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import { adminTexts } from '@permit/ui/texts/admin-texts.ts';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useTexts } from '../app/use-texts.ts';
import { bangkokMoment } from '../app/wall-clock.ts';
import { isWhole, NO_ROLE, RoleFields, type Party } from './role-fields.tsx';
import type { Staff } from './staff-table.tsx';

/** One more role by a written order, for ever or until the end of a day. */
export function GiveRole(props: {
  readonly person: Staff;
  readonly parties: readonly Party[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { person, parties, onClose, onDone } = props;
  const { api, language } = useApp();
  const t = useTexts(adminTexts);
  const f = useTexts(frameTexts);
  const h = useTexts(accountHelpTexts);
  const dateWords = useDateWords(false);
  const act = useAct();
  const [role, setRole] = useState(NO_ROLE);
  const [lastDay, setLastDay] = useState('');
  const [asked, setAsked] = useState(false);
  const give = async (): Promise<void> => {
    setAsked(true);
    if (!isWhole(role)) return;
    const { accountId } = person;
    // The role counts to the end of the day that was named.
    const until = lastDay === '' ? undefined : bangkokMoment(lastDay, '23.59');
    const given = await act.run(`role ${accountId} ${role.role} ${role.partyId}`, () =>
      api.call('assignRole', { accountId, ...role, ...(until ? { until } : {}) }),
    );
    if (given) onDone();
  };
  return (
    <Dialog title={t('giveRoleTo', { name: person.displayName })} onClose={onClose}>
      <RoleFields id="give" parties={parties} typed={role} onTyped={setRole} />
      <DateField
        id="give-until"
        label={t('roleUntil')}
        language={language}
        words={dateWords}
        value={lastDay}
        onValue={setLastDay}
      />
      {asked && !isWhole(role) && (
        <p className="notice notice-bad" role="alert">
          {h('fillAll')}
        </p>
      )}
      <ProblemNote problem={act.problem} />
      <div className="actions">
        <Button look="primary" busy={act.busy} onClick={() => void give()}>
          {t('giveRole')}
        </Button>
        <Button onClick={onClose}>{f('cancel')}</Button>
      </div>
    </Dialog>
  );
}
