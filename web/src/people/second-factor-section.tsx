import { TextField } from '@permit/ui/text-field.tsx';
import { peopleTexts } from '@permit/ui/texts/people-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { QrPicture } from '../portal/qr-picture.tsx';
import { FormSection } from './form-section.tsx';
import { useTyped } from './use-typed.ts';

interface Props {
  readonly account: Output<'getAccount'>;
  readonly onChanged: () => void;
}

/** An authenticator app: set up in two steps, turned off by password and code. */
export function SecondFactorSection({ account, onChanged }: Props): ReactElement {
  const t = useTexts(peopleTexts);
  const [uri, setUri] = useState<string>();
  const changed = (): void => {
    setUri(undefined);
    onChanged();
  };
  return (
    <>
      <h2>{t('secondFactor')}</h2>
      <p>{account.secondFactor ? t('factorOn') : t('factorOff')}</p>
      {!account.secondFactor && !uri && <StartForm onUri={setUri} />}
      {uri && <FirstCodeForm uri={uri} onDone={changed} />}
      {account.secondFactor && !account.secondFactorRequired && <TurnOffForm onDone={changed} />}
    </>
  );
}

function StartForm({ onUri }: { onUri: (uri: string) => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const { typed, set, complete } = useTyped(['password']);
  const start = async (): Promise<void> => {
    const made = await act.run('start second factor', () => api.call('startSecondFactor', typed));
    if (made) onUri(made.secondFactorUri);
  };
  return (
    <FormSection title={t('setUp')} folded act={act} submit={t('setUp')} ready={complete} onSubmit={start}>
      <Password id="factor-password" value={typed.password} onValue={set('password')} />
    </FormSection>
  );
}

function FirstCodeForm({ uri, onDone }: { uri: string; onDone: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const { typed, set, complete } = useTyped(['code']);
  const confirm = async (): Promise<void> => {
    const code = typed.code.replace(/\s/g, '');
    if (await act.run('confirm second factor', () => api.call('confirmSecondFactor', { code }))) onDone();
  };
  return (
    <FormSection act={act} submit={t('confirm')} ready={complete} onSubmit={confirm}>
      <p>{t('scanFactor')}</p>
      <div style={{ maxWidth: '14rem' }}>
        <QrPicture text={uri} label={t('scanFactor')} />
      </div>
      <p>
        <code style={{ overflowWrap: 'anywhere' }}>{new URL(uri).searchParams.get('secret')}</code>
      </p>
      <Code id="factor-first-code" value={typed.code} onValue={set('code')} />
    </FormSection>
  );
}

function TurnOffForm({ onDone }: { onDone: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(peopleTexts);
  const act = useAct();
  const { typed, set, complete } = useTyped(['password', 'code']);
  const remove = async (): Promise<void> => {
    if (
      await act.run('remove second factor', () =>
        api.call('removeSecondFactor', { ...typed, code: typed.code.replace(/\s/g, '') }),
      )
    )
      onDone();
  };
  return (
    <FormSection
      title={t('turnOff')}
      folded
      act={act}
      submit={t('turnOff')}
      look="danger"
      ready={complete}
      onSubmit={remove}
    >
      <Password id="factor-off-password" value={typed.password} onValue={set('password')} />
      <Code id="factor-off-code" value={typed.code} onValue={set('code')} />
    </FormSection>
  );
}

interface FieldProps {
  readonly id: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
}

function Password(props: FieldProps): ReactElement {
  const t = useTexts(peopleTexts);
  return <TextField {...props} type="password" label={t('password')} autoComplete="current-password" />;
}

function Code(props: FieldProps): ReactElement {
  const t = useTexts(peopleTexts);
  return (
    <TextField {...props} label={t('code6')} inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
  );
}
