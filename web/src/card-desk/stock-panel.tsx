import { say } from '@permit/domain/texts/text.ts';
import { Button } from '@permit/ui/button.tsx';
import { Radios, Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { rangeOf } from './blank-range.ts';
import { isSigned, NO_SECOND_PERSON, SecondPersonFields } from './second-person-fields.tsx';
import { SerialField } from './serial-field.tsx';
import { SerialsField } from './serials-field.tsx';

const DEEDS = ['receiveStock', 'moveStock', 'destroyStock'] as const;
type Deed = (typeof DEEDS)[number];

/** Boxes of blanks that come, go to another centre, or are destroyed; the ledger writes each line once. */
export function StockPanel(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const { value } = useLoad('centres', () => api.call('listCentres', {}));
  const [deed, setDeed] = useState<Deed>('receiveStock');
  const [box, setBox] = useState('');
  const [first, setFirst] = useState('');
  const [last, setLast] = useState('');
  const [to, setTo] = useState('');
  const [serials, setSerials] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState(NO_SECOND_PERSON);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const range = rangeOf(first, last);
  const isReady = {
    receiveStock: box.trim() !== '' && range !== undefined,
    moveStock: to !== '' && range !== undefined && isSigned(second),
    destroyStock: serials.length > 0 && reason.trim() !== '' && isSigned(second),
  }[deed];
  const lacks = (missing: boolean) => (asked && missing ? t('fillIn') : undefined);
  const send = async (): Promise<void> => {
    setAsked(true);
    setSaid('');
    if (!isReady) return;
    const count = await act.run(`${deed} ${box} ${first} ${last} ${to} ${serials.join(' ')}`, async (key) => {
      if (deed === 'destroyStock')
        return (await api.call(deed, { serials: [...serials], reason, ...second }, key)).destroyed;
      if (deed === 'moveStock')
        return (await api.call(deed, { toCentreId: to, ...range!, ...second }, key)).blanks;
      return (await api.call(deed, { box: box.trim(), ...range! }, key)).blanks;
    });
    if (count === undefined) return;
    setSaid(t(`${deed}Done`, { count }));
    setFirst('');
    setLast('');
    setSerials([]);
    setReason('');
    setSecond(NO_SECOND_PERSON);
    setAsked(false);
  };
  return (
    <section>
      <h2>{t('stock')}</h2>
      <Radios
        id="stock-deed"
        label={t('stockDeed')}
        value={deed}
        options={DEEDS.map((one) => ({ value: one, label: t(one) }))}
        onValue={(chosen) => setDeed(DEEDS.find((one) => one === chosen) ?? deed)}
      />
      {deed === 'receiveStock' && (
        <TextField
          id="stock-box"
          label={t('box')}
          value={box}
          maxLength={30}
          error={lacks(box.trim() === '')}
          onValue={setBox}
        />
      )}
      {deed === 'moveStock' && (
        <Select
          id="stock-to"
          label={t('toCentre')}
          nothing={t('chooseOne')}
          value={to}
          error={lacks(to === '')}
          options={(value?.centres ?? []).map((centre) => ({
            value: centre.centreId,
            label: say({ th: centre.nameTh, en: centre.nameEn }, language),
          }))}
          onValue={setTo}
        />
      )}
      {deed === 'destroyStock' ? (
        <SerialsField
          id="stock-serials"
          label={t('serials')}
          serials={serials}
          error={lacks(serials.length === 0)}
          onSerials={setSerials}
        />
      ) : (
        <>
          <SerialField
            id="stock-first"
            label={t('firstSerial')}
            value={first}
            error={lacks(range === undefined)}
            onValue={setFirst}
          />
          <SerialField
            id="stock-last"
            label={t('lastSerial')}
            value={last}
            error={lacks(range === undefined) && t('noRange')}
            onValue={setLast}
          />
          {range && <p role="status">{t('rangeCount', { count: range.last - range.first + 1 })}</p>}
        </>
      )}
      {deed === 'destroyStock' && (
        <TextField
          id="stock-reason"
          label={t('reason')}
          value={reason}
          maxLength={500}
          error={lacks(reason.trim() === '')}
          onValue={setReason}
        />
      )}
      {deed !== 'receiveStock' && (
        <SecondPersonFields id="stock" value={second} asked={asked} onValue={setSecond} />
      )}
      <ProblemNote problem={act.problem} />
      <Button
        look={deed === 'destroyStock' ? 'danger' : 'secondary'}
        busy={act.busy}
        onClick={() => void send()}
      >
        {t(deed)}
      </Button>
      <p role="status">{said}</p>
    </section>
  );
}
