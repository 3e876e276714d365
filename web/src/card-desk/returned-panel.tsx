import { Button } from '@permit/ui/button.tsx';
import { Radios } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { cardDeskTexts } from '@permit/ui/texts/card-desk-texts.ts';
import { useState, type ReactElement } from 'react';
import { useApp } from '../app/app-context.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useTexts } from '../app/use-texts.ts';
import { isSigned, NO_SECOND_PERSON, SecondPersonFields } from './second-person-fields.tsx';
import { SerialField } from './serial-field.tsx';

const DEEDS = ['restore', 'void'] as const;
type Deed = (typeof DEEDS)[number];

/** A card that was taken off the shelf: back on it because its person asks for it, or void before two persons. */
export function ReturnedPanel({
  isHead,
  onDone,
}: {
  readonly isHead: boolean;
  readonly onDone: () => void;
}): ReactElement {
  const { api } = useApp();
  const t = useTexts(cardDeskTexts);
  const act = useAct();
  const [deed, setDeed] = useState<Deed>('restore');
  const [serial, setSerial] = useState('');
  const [shelf, setShelf] = useState('');
  const [reason, setReason] = useState('');
  const [second, setSecond] = useState(NO_SECOND_PERSON);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const place = shelf.trim().toUpperCase();
  const isReady = serial !== '' && (deed === 'restore' || (reason.trim() !== '' && isSigned(second)));
  const send = async (): Promise<void> => {
    setAsked(true);
    setSaid('');
    if (!isReady) return;
    const card = await act.run(`${deed} ${serial}`, () =>
      deed === 'restore'
        ? api.call('restoreCard', { serial, ...(place ? { shelf: place } : {}) })
        : api.call('voidCard', { serial, reason, ...second }),
    );
    if (!card) return;
    setSaid(t(deed === 'restore' ? 'isRestored' : 'isVoid', { serial: card.serial }));
    setSerial('');
    setReason('');
    setSecond(NO_SECOND_PERSON);
    setAsked(false);
    onDone();
  };
  return (
    <section>
      <h2>{t('returned')}</h2>
      <p className="quiet">{t('returnedHint')}</p>
      {isHead && (
        <Radios
          id="returned-deed"
          label={t('whatWithIt')}
          value={deed}
          options={DEEDS.map((one) => ({ value: one, label: t(one) }))}
          onValue={(chosen) => setDeed(chosen === 'void' ? 'void' : 'restore')}
        />
      )}
      <SerialField
        id="returned-serial"
        value={serial}
        error={asked && serial === '' ? t('fillIn') : undefined}
        onValue={setSerial}
      />
      {deed === 'restore' ? (
        <TextField
          id="returned-shelf"
          label={t('shelfNow')}
          value={shelf}
          maxLength={20}
          onValue={setShelf}
        />
      ) : (
        <>
          <p className="notice notice-warn">{t('voidMeans')}</p>
          <TextField
            id="returned-reason"
            label={t('reason')}
            value={reason}
            maxLength={500}
            error={asked && reason.trim() === '' ? t('fillIn') : undefined}
            onValue={setReason}
          />
          <SecondPersonFields id="returned" value={second} asked={asked} onValue={setSecond} />
        </>
      )}
      <ProblemNote problem={act.problem} />
      <Button look={deed === 'void' ? 'danger' : 'secondary'} busy={act.busy} onClick={() => void send()}>
        {t(deed)}
      </Button>
      <p role="status">{said}</p>
    </section>
  );
}
