import type { Knex } from 'knex';

/**
 * What people are told. An event is queued once, by the act that made it; each of its messages is one line of the
 * delivery log. Addresses and codes are sealed under the recipient's key; values are codes, dates and amounts.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Name, user name and contacts of one account, sealed under the person's key: two accounts of one human share
    -- the person, not these.
    ALTER TABLE accounts
      ADD COLUMN profile_sealed bytea,
      ADD COLUMN language text NOT NULL DEFAULT 'th'
        CONSTRAINT accounts_language_known CHECK (language IN ('th', 'en', 'my', 'km', 'lo', 'vi'));
    UPDATE accounts a SET language = p.language FROM people p
      WHERE p.id = a.person_id AND p.language IN ('th', 'en', 'my', 'km', 'lo', 'vi');

    CREATE TABLE message_events (
      id uuid PRIMARY KEY,
      event_key text NOT NULL CONSTRAINT message_events_once UNIQUE,
      event text NOT NULL,
      recipient_kind text NOT NULL
        CONSTRAINT message_events_recipient_known CHECK (recipient_kind IN ('account', 'party', 'case')),
      recipient_id uuid NOT NULL,
      application_id uuid CONSTRAINT message_events_application REFERENCES applications,
      details jsonb NOT NULL DEFAULT '{}',
      at timestamptz NOT NULL DEFAULT clock_timestamp()
    );
    CREATE INDEX message_events_application_id ON message_events (application_id);
    CREATE TRIGGER message_events_append_only BEFORE UPDATE OR DELETE ON message_events
      FOR EACH ROW EXECUTE FUNCTION refuse_change();

    CREATE TABLE messages (
      id uuid PRIMARY KEY,
      event_id uuid NOT NULL CONSTRAINT messages_event REFERENCES message_events,
      account_id uuid NOT NULL CONSTRAINT messages_account REFERENCES accounts,
      channel text CONSTRAINT messages_channel_known CHECK (channel IN ('email', 'sms')),
      address_sealed bytea,
      -- A one-time code; emptied as soon as it was sent.
      code_sealed bytea,
      state text NOT NULL,
      attempts integer NOT NULL DEFAULT 0,
      next_at timestamptz,
      last_problem text,
      sent_at timestamptz,
      -- The mail server's or gateway's own word for it.
      receipt text,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT messages_once UNIQUE (event_id, account_id, channel),
      CONSTRAINT messages_addressed CHECK ((channel IS NULL) = (address_sealed IS NULL)),
      CONSTRAINT messages_without_address_are_given_up CHECK (channel IS NOT NULL OR state = 'given-up'),
      CONSTRAINT messages_sent_when CHECK ((state = 'sent') = (sent_at IS NOT NULL))
    );
    CREATE INDEX messages_account_id ON messages (account_id);
    CREATE INDEX messages_open ON messages (state, next_at) WHERE state IN ('queued', 'failed');
    -- No application id for the history: who else sees the case must not read whom we wrote to.
    CREATE TRIGGER messages_moves AFTER INSERT OR UPDATE OF state ON messages
      FOR EACH ROW EXECUTE FUNCTION record_move('message', 'no_application');

    ALTER TABLE message_events ENABLE ROW LEVEL SECURITY;
    CREATE POLICY message_events_queued ON message_events FOR INSERT WITH CHECK (true);
    CREATE POLICY message_events_jobs ON message_events TO permit_job USING (true) WITH CHECK (true);
    GRANT INSERT ON message_events TO permit_public, permit_applicant, permit_contractor, permit_officer;
    GRANT SELECT, INSERT ON message_events TO permit_job;
    ALTER TABLE messages ENABLE ROW LEVEL SECURITY;
    CREATE POLICY messages_jobs ON messages TO permit_job USING (true) WITH CHECK (true);
    GRANT SELECT, INSERT, UPDATE ON messages TO permit_job;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    DROP TABLE messages; DROP TABLE message_events;
    ALTER TABLE accounts DROP COLUMN language, DROP COLUMN profile_sealed;
  `);
}
