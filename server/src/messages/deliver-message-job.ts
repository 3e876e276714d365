import { composeMessage } from '@permit/domain/messages/compose-message.ts';
import { messageRule, type MessageEvent, type MessageRule } from '@permit/domain/messages/message-events.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import { legalTexts } from '@permit/domain/texts/legal-texts.ts';
import { holderOf } from '../accounts/account-holder.ts';
import { inTransaction, setReason, SYSTEM, type Tx } from '../database/transaction.ts';
import type { Deps } from '../deps.ts';
import { JOB_KINDS, pauseSeconds, PermanentJobFault } from '../jobs/job-kinds.ts';
import type { LeasedJob } from '../jobs/job-store.ts';
import type { JobHandler } from '../jobs/run-worker.ts';
import { openBytes, personKey } from '../vault/person-vault.ts';
import { MessageRefused, type MessagePorts } from './message-ports.ts';
import {
  findMessage,
  findMessageCase,
  findMessageEvent,
  moveMessage,
  recipientsOf,
  type MessageCase,
  type MessageEventRow,
  type MessageRow,
} from './message-store.ts';

interface Delivery {
  readonly message: MessageRow;
  readonly event: MessageEventRow;
  readonly rule: MessageRule;
  readonly about: MessageCase | undefined;
  readonly entitled: boolean;
}

/**
 * Writes out one message and hands it to the mail server or the gateway. The wire is at least once (a crash between
 * sending and commit sends again, under the same message id); the log is exactly once.
 */
export function deliverMessageJob(ports: MessagePorts): JobHandler {
  return async (deps, job) => {
    const delivery = await loadDelivery(deps, job);
    if (!delivery) return async () => undefined;
    try {
      const receipt = await send(deps, ports, delivery);
      return (tx) => markSent(tx, delivery.message.id, receipt, job.attempts);
    } catch (error) {
      await markFailed(deps, job, delivery.message.id, error as Error);
      if (error instanceof MessageRefused) return async () => undefined;
      throw error;
    }
  };
}

/** Undefined where there is nothing left to do: it was sent or given up before. */
function loadDelivery(deps: Deps, job: LeasedJob): Promise<Delivery | undefined> {
  return inTransaction(deps, SYSTEM, `job:${job.id}`, async (tx) => {
    const message = await findMessage(tx.db, job.subject['messageId'] ?? '');
    if (!message) throw new PermanentJobFault('no such message');
    if (message.state !== 'queued' && message.state !== 'failed') return undefined;
    const event = await findMessageEvent(tx.db, message.event_id);
    const rule = event && messageRule(event.event);
    if (!event || !rule) throw new PermanentJobFault('no such message event');
    const about = event.application_id ? await findMessageCase(tx.db, event.application_id) : undefined;
    const entitled = (await recipientsOf(tx.db, event)).includes(message.account_id);
    return { message, event, rule, about, entitled };
  });
}

async function send(deps: Deps, ports: MessagePorts, delivery: Delivery): Promise<string> {
  const { message, event, rule, about, entitled } = delivery;
  // The right to the case ended while the message waited: nothing of it leaves any more.
  if (!entitled) throw new MessageRefused('no-longer-entitled');
  if (!message.wrapped_key) throw new MessageRefused('person-erased');
  if (rule.legal && deps.config.APP_MODE === 'production' && legalTexts.review[message.language] !== 'native')
    throw new MessageRefused('legal-text-unreviewed');
  const key = personKey(deps.keys, message.person_id, message.wrapped_key);
  const open = (sealed: Buffer) => openBytes(key, 'message', sealed).toString('utf8');
  const composed = composeMessage({
    event: event.event as MessageEvent,
    language: message.language,
    applicationNo: about?.number ?? undefined,
    service: about && serviceNames(about),
    values: event.details,
    code: message.code_sealed ? open(message.code_sealed) : undefined,
    link: linkOf(deps, rule, about),
  });
  const address = open(message.address_sealed);
  if (message.channel === 'sms') {
    if (!ports.sms) throw new Error('SMS_GATEWAY_URL is not set');
    return ports.sms.send({ id: message.id, to: address, text: composed.sms });
  }
  if (!ports.mail) throw new Error('SMTP_URL is not set');
  const { displayName } = holderOf(deps.keys, {
    personId: message.person_id,
    personKeyWrapped: message.wrapped_key,
    personSealed: message.sealed,
    profileSealed: message.profile_sealed ?? undefined,
  });
  const to = { name: displayName, address };
  return ports.mail.send({ id: message.id, to, language: message.language, ...composed });
}

function serviceNames({ service_code, catalogue_version, definition }: MessageCase) {
  return (definition ?? serviceCatalogue.findVersion(service_code, Number(catalogue_version)))?.names;
}

function linkOf({ config }: Deps, { page }: MessageRule, about: MessageCase | undefined): string {
  const path = { case: `/cases/${about?.public_id ?? ''}`, bills: '/cases' }[page as 'case' | 'bills'];
  return `${config.PUBLIC_URL.replace(/\/$/, '')}${path ?? `/${page}`}`;
}

async function markSent(tx: Tx, id: string, receipt: string, attempts: number): Promise<void> {
  const sentAt = { sent_at: tx.db.raw('clock_timestamp()'), next_at: null, last_problem: null };
  await moveMessage(tx.db, id, 'sent', { ...sentAt, receipt, attempts, code_sealed: null });
}

/** Writes down the try and the next one; runs by itself, because the job's own transaction will not come. */
async function markFailed(deps: Deps, job: LeasedJob, id: string, error: Error): Promise<void> {
  const hopeless =
    error instanceof MessageRefused || job.attempts >= JOB_KINDS['deliver-message'].maxAttempts;
  const seconds = pauseSeconds('deliver-message', job.attempts);
  const problem = error.message.slice(0, 200);
  await inTransaction(deps, SYSTEM, `job:${job.id}`, async (tx) => {
    await setReason(tx, problem);
    const tried = { attempts: job.attempts, last_problem: problem };
    const next = { next_at: tx.db.raw('now() + make_interval(secs => ?)', [seconds]) };
    if (hopeless) await moveMessage(tx.db, id, 'given-up', { ...tried, next_at: null, code_sealed: null });
    else await moveMessage(tx.db, id, 'failed', { ...tried, ...next });
  });
}
