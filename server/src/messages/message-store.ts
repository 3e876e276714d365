import type { MessageValue } from '@permit/domain/messages/message-events.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import type { Language } from '@permit/domain/texts/text.ts';
import type { Channel } from '../accounts/account-holder.ts';
import { joinPublished } from '../catalogue/published-service-store.ts';
import type { Database } from '../database/database.ts';

/** An event as it was queued. */
export interface MessageEventRow {
  readonly id: string;
  readonly event: string;
  readonly recipient_kind: 'account' | 'party' | 'case';
  readonly recipient_id: string;
  readonly application_id: string | null;
  readonly details: Partial<Record<MessageValue, string>>;
}

export async function findMessageEvent(db: Database, id: string): Promise<MessageEventRow | undefined> {
  return db('message_events').where('id', id).first<MessageEventRow | undefined>();
}

/**
 * The accounts that an event is told, as it stands now: those that act for the party, or for the worker's,
 * employer's or agent's side of the case. Who lost their right to a case is no longer among them.
 */
export async function recipientsOf(db: Database, event: MessageEventRow): Promise<readonly string[]> {
  if (event.recipient_kind === 'account') return [event.recipient_id];
  const parties =
    event.recipient_kind === 'party'
      ? db('parties').where('id', event.recipient_id).select('id')
      : db('case_access as c')
          .join('parties as p', 'p.id', 'c.party_id')
          .where('c.application_id', event.recipient_id)
          .whereIn('p.kind', ['worker', 'employer', 'agent'])
          .whereRaw('(c.until IS NULL OR c.until > now())')
          .select('p.id');
  const rows = await db('account_roles as r')
    .join('accounts as a', 'a.id', 'r.account_id')
    .whereIn('r.party_id', parties)
    .whereRaw('r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > now())')
    .whereNull('a.disabled_at')
    .where('a.machine', false)
    .distinct<{ id: string }[]>('a.id');
  return rows.map(({ id }) => id);
}

/** One line of the delivery log with what is needed to write it out. */
export interface MessageRow {
  readonly id: string;
  readonly state: string;
  readonly channel: Channel;
  readonly address_sealed: Buffer;
  readonly code_sealed: Buffer | null;
  readonly account_id: string;
  readonly person_id: string;
  readonly wrapped_key: Buffer | null;
  readonly sealed: Buffer;
  readonly profile_sealed: Buffer | null;
  readonly language: Language;
  readonly event_id: string;
}

export async function findMessage(db: Database, id: string): Promise<MessageRow | undefined> {
  return db('messages as m')
    .join('accounts as a', 'a.id', 'm.account_id')
    .join('people as p', 'p.id', 'a.person_id')
    .where('m.id', id)
    .first<MessageRow | undefined>(
      'm.id',
      'm.state',
      'm.channel',
      'm.address_sealed',
      'm.code_sealed',
      'm.account_id',
      'm.event_id',
      'a.person_id',
      'a.profile_sealed',
      'a.language',
      'p.wrapped_key',
      'p.sealed',
    );
}

/** The number, service and public id of the case that an event speaks of. */
export interface MessageCase {
  readonly public_id: string;
  readonly number: string | null;
  readonly service_code: string;
  readonly catalogue_version: string;
  /** The version of the case where it was published here. */
  readonly definition: ServiceDefinition | null;
}

export async function findMessageCase(db: Database, applicationId: string): Promise<MessageCase | undefined> {
  return joinPublished(db, db('applications as a'))
    .where('a.id', applicationId)
    .first<MessageCase | undefined>(
      ...['a.public_id', 'a.number', 'a.service_code', 'a.catalogue_version', 's.definition'],
    );
}

/** Moves a message that is still open; one that was sent or given up stays as it is. */
export async function moveMessage(
  db: Database,
  id: string,
  state: 'sent' | 'failed' | 'given-up',
  changes: Record<string, unknown>,
): Promise<void> {
  await db('messages')
    .where('id', id)
    .whereIn('state', ['queued', 'failed'])
    .update({ state, ...changes });
}
