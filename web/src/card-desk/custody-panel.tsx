import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Table } from '@permit/ui/table.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';

type Line = Output<'listCustody'>['lines'][number];

/** A box may be called anything; a blank has a number at its end and a name that no box has. */
const SERIAL = /^[A-Z0-9-]{6,24}$/;

/** Where a box or a single blank has been, act by act, oldest first. */
export function CustodyPanel(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [lines, setLines] = useState<readonly Line[]>();
  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const asked = typed.trim();
    if (asked === '') return;
    const found = await act.run(`custody ${asked}`, async () => {
      const ofBox = await api.call('listCustody', { box: asked });
      const serial = asked.toUpperCase();
      if (ofBox.lines.length > 0 || !SERIAL.test(serial)) return ofBox;
      return api.call('listCustody', { serial });
    });
    setLines(found?.lines);
  };
  return (
    <section>
      <h2>{t('custody')}</h2>
      <form onSubmit={(event) => void look(event)}>
        <TextField
          id="custody"
          label={t('boxOrSerial')}
          hint={t('scanOne')}
          value={typed}
          maxLength={30}
          autoComplete="off"
          onValue={setTyped}
        />
        <Button type="submit" busy={act.busy}>
          {t('showCustody')}
        </Button>
      </form>
      <ProblemNote problem={act.problem} />
      {lines?.length === 0 && <EmptyState text={t('noCustody')} />}
      {lines && lines.length > 0 && (
        <Table
          caption={t('custody')}
          rows={lines.map((line, index) => ({ ...line, key: String(index) }))}
          keyOf={({ key }) => key}
          columns={[
            { head: t('day'), cell: ({ at }) => formatInstant(at, language) },
            { head: t('custodyAct'), cell: ({ act: done }) => t(`act_${done}`) },
            { head: t('box'), cell: ({ box }) => box },
            {
              head: t('serials'),
              cell: ({ first, last }) => (first === last ? first : `${first} – ${last}`),
            },
            { head: t('cards'), cell: ({ count }) => count },
            { head: t('custodyPersons'), cell: ({ persons }) => persons },
            { head: t('reason'), cell: ({ reason }) => reason ?? '—' },
          ]}
        />
      )}
    </section>
  );
}
