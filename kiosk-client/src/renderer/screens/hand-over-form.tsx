import { type FormEvent, useState } from 'react';
import type { CommandOutput } from '../../kiosk-api.ts';
import { Sign } from '../pictures/sign.tsx';
import { useStation } from '../station-state.tsx';
import { CardScan, type CardMatch } from './card-scan.tsx';
import { useClerkLanguage, useClerkText } from './clerk-language.tsx';
import { LiveView } from './live-view.tsx';

interface Props {
  readonly visitId: string;
  readonly onClose: () => void;
}

/** The card into the hand of its person: verified by the server, or on papers before a second person. */
export function HandOverForm({ visitId, onClose }: Props) {
  const { ask, busy, preview } = useStation();
  const text = useClerkText();
  const language = useClerkLanguage();
  const [verdict, setVerdict] = useState<CommandOutput<'verifyPerson'>>();
  const [card, setCard] = useState<CardMatch>();
  const [handed, setHanded] = useState<CommandOutput<'handOverCard'>>();
  const verify = async (target: 'both-irises' | 'right-index') => {
    setVerdict(undefined);
    setVerdict(await ask('verifyPerson', { visitId, target }));
  };
  const verificationId = verdict?.verificationId;
  const handOver = async () => {
    if (verificationId === undefined) return;
    setHanded(await ask('handOverCard', { by: 'one-to-one', visitId, verificationId }));
  };
  if (handed) return <Handed handed={handed} onClose={onClose} />;
  return (
    <section className="card hand-over">
      <h1>{text('handOver')}</h1>
      <CardScan visitId={visitId} onMatch={setCard} />
      {busy === 'verifyPerson' && preview && <LiveView preview={preview} language={language} />}
      <div className="actions">
        <button
          className="primary"
          disabled={busy === 'verifyPerson'}
          onClick={() => void verify('both-irises')}
        >
          {text('verify')}: {text('byEyes')}
        </button>
        <button disabled={busy === 'verifyPerson'} onClick={() => void verify('right-index')}>
          {text('verify')}: {text('byFinger')}
        </button>
      </div>
      {verdict && (
        <p role="status" className={verdict.verified ? 'verdict-good' : 'verdict-bad'}>
          <Sign name={verdict.verified ? 'tick' : 'cross'} />{' '}
          {text(verdict.verified ? 'verified' : 'notVerified')} {verdict.reason}
        </p>
      )}
      {verdict?.verified && card !== 'wrong' && (
        <button className="primary" autoFocus onClick={() => void handOver()}>
          {text('handOver')}
        </button>
      )}
      {card !== 'wrong' && <PapersForm visitId={visitId} onHanded={setHanded} />}
      <button onClick={onClose}>{text('back')}</button>
    </section>
  );
}

function Handed({ handed, onClose }: { handed: CommandOutput<'handOverCard'>; onClose: () => void }) {
  const text = useClerkText();
  return (
    <section className="card">
      <h1>
        <Sign name="tick" /> {text(handed.outcome === 'done' ? 'handedOver' : 'recorded')}
      </h1>
      <p>
        {handed.permitNo} {handed.cardSerial}
      </p>
      <button className="primary" autoFocus onClick={onClose}>
        {text('goOn')}
      </button>
    </section>
  );
}

function PapersForm({
  visitId,
  onHanded,
}: {
  visitId: string;
  onHanded: (handed: CommandOutput<'handOverCard'> | undefined) => void;
}) {
  const { ask } = useStation();
  const text = useClerkText();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const value = (name: string) => String(form.get(name) ?? '') || undefined;
    const [secondPersonCode, secondPersonPassword] = [value('code'), value('password')];
    onHanded(
      await ask('handOverCard', {
        by: 'papers-and-second-person',
        visitId,
        secondPersonUsername: value('username') ?? '',
        ...(secondPersonCode !== undefined && { secondPersonCode }),
        ...(secondPersonPassword !== undefined && { secondPersonPassword }),
      }),
    );
  };
  return (
    <details>
      <summary>{text('papers')}</summary>
      <form className="form" onSubmit={(event) => void submit(event)}>
        <label>
          {text('secondPerson')}
          <input name="username" required minLength={3} autoComplete="off" autoCapitalize="none" />
        </label>
        <label>
          {text('code')}
          <input name="code" inputMode="numeric" pattern="[0-9]{6}" autoComplete="off" />
        </label>
        <label>
          {text('secondPassword')}
          <input name="password" type="password" autoComplete="off" />
        </label>
        <button>{text('handOver')}</button>
      </form>
    </details>
  );
}
