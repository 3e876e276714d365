import { Button } from '@permit/ui/button.tsx';
import { Table } from '@permit/ui/table.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { SerialsField } from './serials-field.tsx';

type Scanned = Output<'scanTray'>['cards'][number];

/** A tray under the scanner: to which ticket each card goes, or where it is put. */
export function TrayPanel(): ReactElement {
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [serials, setSerials] = useState<readonly string[]>([]);
  const [shelf, setShelf] = useState('');
  const [asked, setAsked] = useState(false);
  const [cards, setCards] = useState<readonly Scanned[]>();
  const scan = async (): Promise<void> => {
    setAsked(true);
    if (serials.length === 0) return;
    const place = shelf.trim().toUpperCase();
    const found = await act.run(`scan ${serials.join(' ')} ${place}`, () =>
      api.call('scanTray', { serials: [...serials], ...(place ? { shelf: place } : {}) }),
    );
    if (!found) return;
    setCards(found.cards);
    setSerials([]);
    setAsked(false);
  };
  return (
    <section>
      <h2>{t('tray')}</h2>
      <ProblemNote problem={act.problem} />
      <SerialsField
        id="tray-serials"
        label={t('serials')}
        serials={serials}
        error={asked && serials.length === 0 ? t('fillIn') : undefined}
        onSerials={setSerials}
      />
      <TextField id="tray-shelf" label={t('shelf')} value={shelf} maxLength={20} onValue={setShelf} />
      <Button look="primary" busy={act.busy} onClick={() => void scan()}>
        {t('scan')}
      </Button>
      {cards && (
        <Table
          caption={t('tray')}
          rows={cards}
          keyOf={({ serial }) => serial}
          columns={[
            { head: t('serial'), cell: ({ serial }) => serial },
            {
              head: t('goesTo'),
              cell: ({ goes, ticketNo = '', shelf: place = '' }) =>
                t(`goes_${goes}`, { ticket: ticketNo, shelf: place }),
            },
          ]}
        />
      )}
    </section>
  );
}
