import { applicationMachine } from '@permit/domain/machines/application-machine.ts';
import { estimateStep, type StepFigure } from '@permit/domain/lifecycle/estimate-step.ts';
import { applicationStateText } from '@permit/domain/texts/application-state-texts.ts';
import { eventText } from '@permit/domain/texts/machine-state-texts.ts';
import { PERMIT_ENDED_NEXT } from '@permit/domain/texts/permit-state-texts.ts';
import { ownerTexts } from '@permit/domain/texts/waiting-texts.ts';
import { fill, say, type Language, type WorkerText } from '@permit/domain/texts/text.ts';
import { formatDate } from '@permit/domain/calendar/format-date.ts';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import type { filingApi } from '@permit/domain/contract/filing-api.ts';
import type { InputOf, OutputOf } from '@permit/domain/contract/endpoint.ts';
import { asBusinessTime, type Clock } from '../clock.ts';
import { OFFICE_STEPS } from '../clocks/refresh-step-figures.ts';
import type { Tx } from '../database/transaction.ts';
import { notFound } from '../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { findApplication, type Application } from './application-store.ts';
import { withdrawalReasonOf } from './case-words.ts';

type Output = OutputOf<typeof filingApi.listEvents>;

interface EventRow {
  at: Date;
  machine: string;
  from_state: string;
  to_state: string;
  actor_role: string;
  reason: string | null;
}

/** What happened to a case, all machines together, in order and in plain words, and what comes next. */
export async function listEvents(tx: Tx, input: InputOf<typeof filingApi.listEvents>): Promise<Output> {
  const application = await findApplication(tx.db, input.applicationId);
  if (!application) throw notFound();
  const rows = await tx
    .db('state_history')
    .where('application_id', application.id)
    .orderBy('id')
    .select<EventRow[]>();
  const note = withdrawalReasonOf(tx.deps.keys, application);
  if (note !== undefined) await recordReading(tx, application);
  return {
    events: rows.map((row) => ({
      ...describeEvent(tx.deps.clock, row, input.language),
      ...(note !== undefined && isWithdrawal(row) ? { note } : {}),
    })),
    next: await nextStep(tx, application, input.language),
  };
}

const isWithdrawal = ({ machine, to_state }: EventRow): boolean =>
  machine === applicationMachine.name && to_state === 'withdrawn';

/** Words of a person may name people: who read them is on record (promises.md I12). */
function recordReading(tx: Tx, application: Application): Promise<void> {
  const fact = { act: 'withdrawal-read', subjectKind: 'application', subjectId: application.publicId };
  return recordAudit(tx, { ...fact, applicationId: application.id, purpose: tx.caller.role });
}

function describeEvent(clock: Clock, row: EventRow, language: Language): Output['events'][number] {
  const text = eventText(row.machine, row.to_state);
  return {
    // Beside due dates of the business clock, so that a demonstration shows one clock.
    at: asBusinessTime(clock, row.at).toISOString(),
    machine: row.machine,
    from: row.from_state || null,
    to: row.to_state,
    actor: row.actor_role,
    words: text ? say(text, language) : row.to_state,
    ...(row.reason ? { reason: row.reason } : {}),
  };
}

/** The next step in one sentence, who acts, by which clock, and when it will probably be done. */
async function nextStep(tx: Tx, application: Application, language: Language): Promise<Output['next']> {
  const { state, dueAt, stateSince, serviceCode } = application;
  if (state === 'granted' && (await permitWasEnded(tx, application.id)))
    return { state, words: say(PERMIT_ENDED_NEXT, language) };
  const rule = applicationMachine.states[state];
  const date = dueAt ? formatDate(bangkokDate(dueAt), language) : '—';
  const words = fill(say(applicationStateText(state).next, language), { date });
  if (rule.final) return { state, words };
  const { clock } = tx.deps;
  const figure = await stepFigure(tx, serviceCode, state);
  const owners: Readonly<Record<string, WorkerText>> = ownerTexts.texts;
  const owner = owners[rule.owner];
  return {
    state,
    words,
    waitsFor: rule.owner,
    ...(owner ? { waitsForWords: say(owner, language) } : {}),
    ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    // How long a filer or a visitor takes is theirs; only what an office works on is reckoned.
    ...(OFFICE_STEPS.includes(state)
      ? { estimate: estimateStep(figure, asBusinessTime(clock, stateSince), clock.business()) }
      : {}),
  };
}

/** An order may end a permit while its card still waits to be collected. */
async function permitWasEnded(tx: Tx, applicationId: string): Promise<boolean> {
  const ended = tx.db('permits').whereIn('state', ['revoked', 'cancelled']);
  return (await ended.where('application_id', applicationId).first('id')) !== undefined;
}

async function stepFigure(tx: Tx, serviceCode: string, state: string): Promise<StepFigure | undefined> {
  const row = await tx
    .db('step_figures')
    .where({ service_code: serviceCode, state })
    .first<{ cases: number; low_seconds: number; high_seconds: number } | undefined>();
  return row && { cases: row.cases, lowSeconds: row.low_seconds, highSeconds: row.high_seconds };
}
