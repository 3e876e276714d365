import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { EmptyState } from '@permit/ui/empty-state.tsx';
import { Select } from '@permit/ui/select.tsx';
import { StateBadge } from '@permit/ui/state-badge.tsx';
import { Table } from '@permit/ui/table.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import type { Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { formatInstant } from '../app/health.ts';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts, type Say } from '../app/use-texts.ts';
import { SerialsField } from './serials-field.tsx';

type Shipment = Output<'listShipments'>['shipments'][number];
type Centre = Output<'listCentres'>['centres'][number];

/** Boxes of cards that leave this centre or come to it. */
export function ShipmentPanel(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const { value, problem, reload } = useLoad('shipments', async () => ({
    ...(await api.call('listShipments', {})),
    ...(await api.call('listCentres', {})),
  }));
  const nameOf = (id: string): string => {
    const centre = value?.centres.find(({ centreId }) => centreId === id);
    return centre ? say({ th: centre.nameTh, en: centre.nameEn }, language) : '—';
  };
  return (
    <section>
      <h2>{t('shipments')}</h2>
      <ProblemNote problem={problem} onRetry={reload} />
      {value?.shipments.length === 0 && <EmptyState text={t('noShipments')} />}
      {value && value.shipments.length > 0 && (
        <Table
          caption={t('shipments')}
          rows={value.shipments}
          keyOf={({ shipmentId }) => shipmentId}
          columns={[
            { head: t('seal'), cell: ({ sealNo }) => sealNo },
            { head: t('toCentre'), cell: ({ toCentreId }) => nameOf(toCentreId) },
            { head: t('cards'), cell: ({ cards }) => cards },
            { head: t('day'), cell: ({ sentAt }) => formatInstant(sentAt, language) },
            { head: t('place'), cell: (shipment) => <Standing shipment={shipment} t={t} /> },
          ]}
        />
      )}
      {value && (
        <SendForm centres={value.centres} nameOf={nameOf} shipments={value.shipments} onDone={reload} />
      )}
    </section>
  );
}

function Standing({
  shipment,
  t,
}: {
  readonly shipment: Shipment;
  readonly t: Say<keyof typeof cardDeskTexts.texts>;
}) {
  if (shipment.short) return <StateBadge tone="bad" word={t('short', { count: shipment.underway })} />;
  return shipment.receivedAt ? (
    <StateBadge tone="good" word={t('arrived')} />
  ) : (
    <StateBadge tone="wait" word={t('underway')} />
  );
}

/** One form for both ends: a box is sent to a centre, or one that has come is opened and scanned. */
function SendForm(props: {
  readonly centres: readonly Centre[];
  readonly shipments: readonly Shipment[];
  readonly nameOf: (id: string) => string;
  readonly onDone: () => void;
}): ReactElement {
  const { centres, shipments, nameOf, onDone } = props;
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [to, setTo] = useState('');
  const [sealNo, setSealNo] = useState('');
  const [serials, setSerials] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState(false);
  const open = shipments.filter(({ underway }) => underway > 0);
  const coming = open.find(({ sealNo: seal }) => seal === sealNo.trim().toUpperCase());
  const lacks = (isMissing: boolean) => (asked && isMissing ? t('fillIn') : undefined);
  const finish = (): void => {
    setSerials([]);
    setSealNo('');
    setAsked(false);
    onDone();
  };
  const send = async (): Promise<void> => {
    setAsked(true);
    const seal = sealNo.trim().toUpperCase();
    if (!to || !seal || serials.length === 0) return;
    const box = { toCentreId: to, sealNo: seal, serials: [...serials] };
    if (await act.run(`ship ${to} ${seal} ${serials.join(' ')}`, (key) => api.call('shipCards', box, key)))
      finish();
  };
  const receive = async (): Promise<void> => {
    setAsked(true);
    if (!coming || serials.length === 0) return;
    const box = { shipmentId: coming.shipmentId, serials: [...serials] };
    if (
      await act.run(`receive ${coming.shipmentId} ${serials.join(' ')}`, () =>
        api.call('receiveShipment', box),
      )
    )
      finish();
  };
  return (
    <>
      <ProblemNote problem={act.problem} />
      <Select
        id="ship-to"
        label={t('toCentre')}
        nothing={t('chooseOne')}
        value={to}
        error={lacks(!to && !coming)}
        options={centres.map(({ centreId }) => ({ value: centreId, label: nameOf(centreId) }))}
        onValue={setTo}
      />
      <TextField
        id="ship-seal"
        label={t('seal')}
        value={sealNo}
        maxLength={30}
        error={lacks(!sealNo)}
        onValue={setSealNo}
      />
      <SerialsField
        id="ship-serials"
        label={t('serials')}
        serials={serials}
        error={lacks(serials.length === 0)}
        onSerials={setSerials}
      />
      <div className="actions">
        <Button busy={act.busy} onClick={() => void send()}>
          {t('send')}
        </Button>
        {coming && (
          <Button look="primary" busy={act.busy} onClick={() => void receive()}>
            {t('receive')}
          </Button>
        )}
      </div>
    </>
  );
}
