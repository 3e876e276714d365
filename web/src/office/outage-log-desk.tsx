import { Button } from '@permit/ui/button.tsx';
import { FieldGroup } from '@permit/ui/field-frame.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { noticeOfficeTexts } from '@permit/ui/texts/notice-office-texts.ts';
import { outageTexts } from '@permit/ui/texts/outage-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';

const AFFECTED = ['filing', 'payment', 'booking', 'documents', 'cards', 'messages', 'everything'] as const;
type Affected = (typeof AFFECTED)[number];

/** Where a supervisor writes an outage down and ends it; health checks write their own. */
export function OutageLogDesk(): ReactElement {
  const { api } = useApp();
  const t = useTexts(noticeOfficeTexts);
  const o = useTexts(outageTexts);
  const act = useAct();
  const log = useLoad('outage-desk', () => api.call('listOutages', {}));
  const [affected, setAffected] = useState<readonly Affected[]>([]);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const open = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (affected.length === 0 || note.trim() === '') return;
    const outage = { affected: [...affected], note };
    if (!(await act.run('open-outage', (key) => api.call('openOutage', outage, key)))) return;
    setAsked(false);
    setAffected([]);
    setNote('');
    log.reload();
  };
  const close = async (outageId: string): Promise<void> => {
    if (await act.run(`close ${outageId}`, () => api.call('closeOutage', { outageId }))) log.reload();
  };
  return (
    <section>
      <h2>{t('openOutage')}</h2>
      <ProblemNote problem={act.problem ?? log.problem} onRetry={log.reload} />
      <OpenOutages
        outages={log.value?.outages.filter(({ endedAt }) => !endedAt) ?? []}
        busy={act.busy}
        onClose={(id) => void close(id)}
      />
      <form onSubmit={(event) => void open(event)} noValidate>
        <FieldGroup
          words={{
            id: 'affected',
            label: t('affected'),
            error: asked && affected.length === 0 ? t('fill') : undefined,
          }}
        >
          <div className="choices">
            {AFFECTED.map((one) => (
              <label className="choice" key={one}>
                <input
                  type="checkbox"
                  checked={affected.includes(one)}
                  onChange={({ target }) =>
                    setAffected(
                      target.checked ? [...affected, one] : affected.filter((other) => other !== one),
                    )
                  }
                />
                {o(one)}
              </label>
            ))}
          </div>
        </FieldGroup>
        <TextField
          id="what"
          label={t('what')}
          value={note}
          maxLength={500}
          error={asked && note.trim() === '' ? t('fill') : undefined}
          onValue={setNote}
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {t('openOutage')}
          </Button>
        </div>
      </form>
    </section>
  );
}

function OpenOutages(props: {
  readonly outages: readonly {
    outageId: string;
    affected: Affected[];
    startedAt: string;
    note?: string | undefined;
  }[];
  readonly busy: boolean;
  readonly onClose: (outageId: string) => void;
}): ReactElement {
  const { language } = useApp();
  const t = useTexts(noticeOfficeTexts);
  const o = useTexts(outageTexts);
  return (
    <ul className="tiles">
      {props.outages.map(({ outageId, affected, startedAt, note }) => (
        <li className="case-card" key={outageId}>
          <h3>{affected.map((one) => o(one)).join(', ')}</h3>
          <p>{o('since', { time: formatInstant(startedAt, language) })}</p>
          {note && <p>{note}</p>}
          <Button busy={props.busy} onClick={() => props.onClose(outageId)}>
            {t('closeOutage')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
