import type pg from 'pg';

/** What was told of a case by messages of one event, in order. */
export async function toldOf(owner: pg.Client, applicationId: string, event: string) {
  const { rows } = await owner.query<{ details: Record<string, string> }>(
    `SELECT e.details FROM message_events e JOIN applications a ON a.id = e.application_id
     WHERE a.public_id = $1 AND e.event = $2 ORDER BY e.id`,
    [applicationId, event],
  );
  return rows.map(({ details }) => details);
}
