import { Button } from '@permit/ui/button.tsx';
import { DateField } from '@permit/ui/date-field.tsx';
import { ErrorSummary } from '@permit/ui/error-summary.tsx';
import { Radios, Select } from '@permit/ui/select.tsx';
import { TextField } from '@permit/ui/text-field.tsx';
import { frameTexts } from '@permit/ui/texts/frame-texts.ts';
import { outageTexts } from '@permit/ui/texts/outage-texts.ts';
import { useState, type FormEvent, type ReactElement } from 'react';
import type { Input, Output } from '../api/api-client.ts';
import { useApp } from '../app/app-context.tsx';
import { Page } from '../app/page.tsx';
import { ProblemNote } from '../app/problem-note.tsx';
import { useAct } from '../app/use-act.ts';
import { useDateWords } from '../app/use-date-words.ts';
import { useLoad } from '../app/use-load.ts';
import { useTexts } from '../app/use-texts.ts';
import { timeOf } from '../app/wall-clock.ts';
import { AttemptReceipt } from './attempt-receipt.tsx';

const SEEN = ['no-page', 'error', 'no-slot', 'payment', 'upload', 'other'] as const;
type Seen = (typeof SEEN)[number];

const EMPTY = { serviceCode: '', day: '', time: '', seen: '', words: '', contact: '' };
type Attempt = typeof EMPTY;

/** "I tried": for whoever could not file because we failed. No account is needed. */
export function TriedPage(): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(outageTexts);
  const f = useTexts(frameTexts);
  const act = useAct();
  const [attempt, setAttempt] = useState<Attempt>(EMPTY);
  const [asked, setAsked] = useState(false);
  const [kept, setKept] = useState<Output<'recordAttempt'>>();
  const missing = REQUIRED.filter((field) => !isGiven(field, attempt));
  const errorOf = (field: keyof Attempt): string | undefined =>
    asked && (missing as readonly string[]).includes(field) ? t('fillThis') : undefined;
  const change = (changed: Partial<Attempt>): void => setAttempt({ ...attempt, ...changed });
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (missing.length > 0) return;
    setKept(await act.run('tried', (key) => api.call('recordAttempt', attemptOf(attempt, language), key)));
  };
  if (kept) return <AttemptReceipt kept={kept} />;
  return (
    <Page title={t('triedTitle')} back="/outages">
      <p>{t('triedHow')}</p>
      <ErrorSummary
        title={f('errorTitle')}
        problems={
          asked
            ? missing.map((fieldId) => ({ fieldId, message: `${t(LABELS[fieldId])}: ${t('fillThis')}` }))
            : []
        }
      />
      <ProblemNote problem={act.problem} />
      <form onSubmit={(event) => void submit(event)} noValidate>
        <ServiceChoice
          value={attempt.serviceCode}
          error={errorOf('serviceCode')}
          onValue={(serviceCode) => change({ serviceCode })}
        />
        <WhenTried attempt={attempt} errorOf={errorOf} change={change} />
        <Radios
          id="seen"
          label={t('saw')}
          value={attempt.seen}
          error={errorOf('seen')}
          options={SEEN.map((value) => ({ value, label: t(`saw-${value}`) }))}
          onValue={(seen) => change({ seen })}
        />
        <TextField
          id="words"
          label={t('words')}
          value={attempt.words}
          long
          maxLength={500}
          onValue={(words) => change({ words })}
        />
        <TextField
          id="contact"
          label={t('contact')}
          value={attempt.contact}
          maxLength={200}
          onValue={(contact) => change({ contact })}
        />
        <div className="actions">
          <Button type="submit" look="primary" busy={act.busy}>
            {t('get')}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** The question of each field that must be answered, for the summary of what is missing. */
const LABELS = { serviceCode: 'which', day: 'when', time: 'atTime', seen: 'saw' } as const;
const REQUIRED = ['serviceCode', 'day', 'time', 'seen'] as const;

function isGiven(field: (typeof REQUIRED)[number], attempt: Attempt): boolean {
  if (field === 'day') return /^\d{4}-\d{2}-\d{2}$/.test(attempt.day);
  if (field === 'time') return timeOf(attempt.time) !== undefined;
  return attempt[field] !== '';
}

function attemptOf(attempt: Attempt, language: Input<'recordAttempt'>['language']): Input<'recordAttempt'> {
  const [words, contact] = [attempt.words.trim(), attempt.contact.trim()];
  return {
    serviceCode: attempt.serviceCode,
    triedAt: `${attempt.day}T${timeOf(attempt.time)}:00+07:00`,
    seen: attempt.seen as Seen,
    language,
    ...(words ? { words } : {}),
    ...(contact ? { contact } : {}),
  };
}

function ServiceChoice(props: {
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (code: string) => void;
}): ReactElement {
  const { api, language } = useApp();
  const t = useTexts(outageTexts);
  const f = useTexts(frameTexts);
  const { value } = useLoad(`services-${language}`, () => api.call('listServices', { language }));
  const offered = value?.services.filter((service) => service.offered) ?? [];
  return (
    <Select
      id="serviceCode"
      label={t('which')}
      nothing={f('choose')}
      value={props.value}
      error={props.error}
      options={offered.map(({ code, name }) => ({ value: code, label: name }))}
      onValue={props.onValue}
    />
  );
}

function WhenTried(props: {
  readonly attempt: Attempt;
  readonly errorOf: (field: keyof Attempt) => string | undefined;
  readonly change: (changed: Partial<Attempt>) => void;
}): ReactElement {
  const { attempt, errorOf, change } = props;
  const { language } = useApp();
  const t = useTexts(outageTexts);
  const words = useDateWords(false);
  return (
    <>
      <DateField
        key={language}
        id="day"
        label={t('when')}
        language={language}
        words={words}
        value={attempt.day}
        error={errorOf('day')}
        onValue={(day) => change({ day })}
      />
      <TextField
        id="time"
        label={t('atTime')}
        inputMode="numeric"
        value={attempt.time}
        maxLength={5}
        error={errorOf('time')}
        onValue={(time) => change({ time })}
      />
    </>
  );
}
