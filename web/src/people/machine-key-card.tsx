import { Button } from '@permit/ui/button.tsx';
import { accountHelpTexts } from '@permit/ui/texts/account-help-texts.ts';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { SureDialog } from './sure-dialog.tsx';

type MachineKey = Output<'listMachineKeys'>['keys'][number];

interface Props {
  readonly machineKey: MachineKey;
  readonly onSecret: (secret: string | undefined) => void;
  readonly onEnded: () => void;
}

/** One key: what it may do, until when, and its two ends; both are asked about first. */
export function MachineKeyCard({ machineKey, onSecret, onEnded }: Props): ReactElement {
  const { keyId, name, scopes, revoked, usedToday, dailyQuota, expiresAt } = machineKey;
  const { api, language } = useApp();
  const t = useTexts(peopleTexts);
  const h = useTexts(accountHelpTexts);
  const act = useAct();
  const [asked, setAsked] = useState<'rotate' | 'revoke'>();
  const rotate = async (): Promise<void> => {
    const made = await act.run(`rotate ${keyId}`, () => api.call('rotateMachineKey', { keyId }));
    if (!made) return;
    setAsked(undefined);
    onSecret(made.secret);
  };
  const revoke = async (): Promise<void> => {
    if (!(await act.run(`revoke ${keyId}`, () => api.call('revokeMachineKey', { keyId })))) return;
    setAsked(undefined);
    onEnded();
  };
  const may = [t('scope_read'), ...(scopes.includes('submitApplication') ? [t('scope_file')] : [])];
  return (
    <section className="evidence">
      <h2>{name}</h2>
      <p>{may.join(' · ')}</p>
      <p className="quiet">
        {revoked
          ? t('revoked')
          : `${t('usedToday', { used: usedToday, quota: dailyQuota })} · ${h('validTill', { date: formatDay(expiresAt, language) })}`}
      </p>
      {!revoked && (
        <div className="actions">
          <Button onClick={() => setAsked('rotate')}>{t('rotate')}</Button>
          <Button look="danger" onClick={() => setAsked('revoke')}>
            {t('revoke')}
          </Button>
        </div>
      )}
      {asked && (
        <SureDialog
          title={t(asked)}
          means={h(`${asked}Means`)}
          look={asked === 'revoke' ? 'danger' : 'primary'}
          act={act}
          onYes={asked === 'revoke' ? revoke : rotate}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}
