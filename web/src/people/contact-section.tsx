import { Radios } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { FormSection } from './form-section.tsx';
import { useTyped } from './use-typed.ts';

interface Props {
  readonly account: Output<'getAccount'>;
  readonly onChanged: () => void;
}

/** Where news go; a new address counts once the code that went there is typed. */
export function ContactSection({ account, onChanged }: Props): ReactElement {
  const t = useTexts(peopleTexts);
  const known = [account.email, account.phone].filter((contact) => contact !== undefined);
  return (
    <>
      <h2>{t('contacts')}</h2>
      {known.length === 0 && !account.pending && <p className="notice">{t('noContact')}</p>}
      <ul>
        {known.map(({ address }) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
      {account.pending && <CodeForm address={account.pending.address} onChanged={onChanged} />}
      <AddressForm folded={known.length > 0 || account.pending !== undefined} onChanged={onChanged} />
    </>
  );
}

function CodeForm({ address, onChanged }: { address: string; onChanged: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const { typed, set, complete } = useTyped(['code']);
  const confirm = async (): Promise<void> => {
    const code = typed.code.replace(/\s/g, '');
    if (await act.run('confirm contact', () => api.call('confirmContact', { code }))) onChanged();
  };
  return (
    <FormSection act={act} submit={t('confirm')} ready={complete} onSubmit={confirm}>
      <p>{t('codeSent', { address })}</p>
      <TextField
        id="contact-code"
        label={t('code8')}
        value={typed.code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        onValue={set('code')}
      />
    </FormSection>
  );
}

function AddressForm({ folded, onChanged }: { folded: boolean; onChanged: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const [channel, setChannel] = useState('email');
  const { typed, set, complete, clear } = useTyped(['address', 'password']);
  const send = async (): Promise<void> => {
    const contact = { ...typed, channel: channel === 'sms' ? ('sms' as const) : ('email' as const) };
    if (!(await act.run('set contact', () => api.call('setContact', contact)))) return;
    clear();
    onChanged();
  };
  const kinds = [
    { value: 'email', label: t('email') },
    { value: 'sms', label: t('phone') },
  ];
  return (
    <FormSection
      title={t('newAddress')}
      folded={folded}
      act={act}
      submit={t('sendCode')}
      ready={complete}
      onSubmit={send}
    >
      <Radios id="channel" label={t('channel')} options={kinds} value={channel} onValue={setChannel} />
      <TextField
        id="address"
        label={channel === 'sms' ? t('phone') : t('email')}
        value={typed.address}
        type={channel === 'sms' ? 'tel' : 'email'}
        autoComplete={channel === 'sms' ? 'tel' : 'email'}
        maxLength={200}
        onValue={set('address')}
      />
      <TextField
        id="contact-password"
        type="password"
        label={t('password')}
        value={typed.password}
        autoComplete="current-password"
        onValue={set('password')}
      />
    </FormSection>
  );
}
