import { permitStateTexts } from '@permit/domain/texts/permit-state-texts.ts';
import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { Select } from '@permit/ui/select.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { permitOrderOfficeTexts } from '@permit/ui/texts/permit-order-office-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatDay } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { DecideDialog } from '../lifecycle/decide-dialog.tsx';

type Found = Output<'findPermit'>;

const IN_FORCE: readonly Found['state'][] = ['temporary', 'active', 'renewal-pending'];

/** A permit by its number, with whose it is; then the ground and the facts of an order that ends it. */
export function RevokeSection({ onDone }: { readonly onDone: () => void }): ReactElement {
  const { api } = useApp();
  const t = useTexts(permitOrderOfficeTexts);
  const act = useAct();
  const [permitNo, setPermitNo] = useState('');
  const [found, setFound] = useState<Found>();
  const find = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFound(undefined);
    if (permitNo.trim().length < 4) return;
    setFound(await act.run(`find ${permitNo}`, () => api.call('findPermit', { permitNo: permitNo.trim() })));
  };
  return (
    <section>
      <h2>{t('find')}</h2>
      <ProblemNote problem={act.problem} />
      <form onSubmit={(event) => void find(event)} noValidate>
        <TextField
          id="permit-no"
          label={t('permitNo')}
          hint={t('permitNoHint')}
          value={permitNo}
          maxLength={20}
          onValue={setPermitNo}
        />
        <div className="actions">
          <Button type="submit" busy={act.busy}>
            {t('look')}
          </Button>
        </div>
      </form>
      {found && (
        <Revoke
          key={found.permitId}
          found={found}
          onDone={() => {
            setFound(undefined);
            onDone();
          }}
        />
      )}
    </section>
  );
}

function Revoke({ found, onDone }: { readonly found: Found; readonly onDone: () => void }): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(permitOrderOfficeTexts);
  const [ground, setGround] = useState('');
  const [asked, setAsked] = useState(false);
  const [deciding, setDeciding] = useState(false);
  const { permitId } = found;
  const inForce = IN_FORCE.includes(found.state);
  const ask = (): void => {
    setAsked(true);
    if (ground) setDeciding(true);
  };
  return (
    <section className="evidence" aria-label={found.permitNo}>
      <h3>{found.permitNo}</h3>
      <p>
        {t('holder')}: <strong>{found.holder}</strong>
      </p>
      <StateBadge
        tone={inForce ? 'good' : 'warn'}
        word={say(permitStateTexts.texts[found.state], language)}
      />
      <p className="quiet">
        {t('section', { no: found.category })} · {t('validTo', { date: formatDay(found.validTo, language) })}
      </p>
      {inForce && (
        <>
          <Grounds value={ground} error={asked && !ground} onValue={setGround} />
          <Button look="danger" onClick={ask}>
            {t('revoke')}
          </Button>
        </>
      )}
      {deciding && (
        <DecideDialog
          title={t('revoke')}
          means={t('means_revoke')}
          act={`revoke ${permitId}`}
          danger
          onClose={() => setDeciding(false)}
          onDecide={(reason) => api.call('revokePermit', { permitId, ground, reason })}
          onDone={onDone}
        />
      )}
    </section>
  );
}

/** The grounds of the catalogue; how sure the chosen one is stands below it. */
function Grounds(props: {
  readonly value: string;
  readonly error: boolean;
  readonly onValue: (code: string) => void;
}): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(permitOrderOfficeTexts);
  const { value: loaded, problem, reload } = useLoad('order-grounds', () => api.call('listOrderGrounds', {}));
  const grounds = loaded?.grounds.filter(({ endsAs }) => endsAs === 'revoked') ?? [];
  const chosen = grounds.find(({ code }) => code === props.value);
  return (
    <>
      <ProblemNote problem={problem} onRetry={reload} />
      <Select
        id="order-ground"
        label={t('ground')}
        nothing={t('choose')}
        value={props.value}
        options={grounds.map((one) => ({ value: one.code, label: language === 'th' ? one.th : one.en }))}
        error={props.error ? t('chooseGround') : undefined}
        onValue={props.onValue}
      />
      {chosen && (
        <p className="quiet">
          {chosen.section && `${t('section', { no: chosen.section })} · `}
          {t(chosen.certainty)}
        </p>
      )}
    </>
  );
}
