import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { Tx } from '../database/transaction.ts';

/** Which act of a power of attorney each service needs, by its code. */
const ACTS = new Map(serviceCatalogue.versions.map(({ code, attorneyAct }) => [code, attorneyAct]));

/**
 * Brings what an agent sees of a party's cases to what the delegations in force say: opened until the last of them
 * ends, closed where none covers the case's act any more. Runs as the job class; harmless when repeated.
 */
export async function settleAgentAccess(
  tx: Tx,
  { from, to, applicationId }: { from: string; to: string; applicationId?: string | undefined },
): Promise<void> {
  const bindings = {
    from,
    to,
    one: applicationId ?? null,
    codes: [...ACTS.keys()],
    acts: [...ACTS.values()],
  };
  await tx.db.raw(
    `WITH covered AS (${COVERED})
     INSERT INTO case_access (application_id, party_id, access, until)
     SELECT id, :to::uuid, 'act', until FROM covered
     ON CONFLICT (application_id, party_id, access) DO UPDATE SET until = EXCLUDED.until`,
    bindings,
  );
  await tx.db.raw(
    `WITH covered AS (${COVERED})
     UPDATE case_access c SET until = now() FROM applications a
     WHERE a.id = c.application_id AND coalesce(a.principal_party, a.filed_by_party) = :from::uuid
       AND (:one::uuid IS NULL OR a.id = :one::uuid)
       AND c.party_id = :to::uuid AND (c.until IS NULL OR c.until > now())
       AND NOT EXISTS (SELECT FROM covered WHERE covered.id = a.id)`,
    bindings,
  );
}

const COVERED = `
  SELECT a.id, max(d.ends_at) AS until FROM applications a
  JOIN unnest(:codes::text[], :acts::text[]) AS s (code, act) ON s.code = a.service_code
  JOIN delegations d ON d.from_party = :from::uuid AND d.to_party = :to::uuid AND s.act = ANY (d.acts)
    AND d.revoked_at IS NULL AND d.starts_at <= now() AND d.ends_at > now()
  WHERE coalesce(a.principal_party, a.filed_by_party) = :from::uuid
    AND (:one::uuid IS NULL OR a.id = :one::uuid)
  GROUP BY a.id`;

/** Opens a new case of a party to everybody whom it has let act for it in such cases. */
export async function openToAgents(tx: Tx, from: string, applicationId: string): Promise<void> {
  const agents = await tx
    .db('delegations')
    .where('from_party', from)
    .whereNull('revoked_at')
    .whereRaw('ends_at > now()')
    .distinct<{ to_party: string }[]>('to_party');
  for (const { to_party: to } of agents) await settleAgentAccess(tx, { from, to, applicationId });
}

/** A delegation that covers an act now; what an agent files by it is filed for its giver. */
export async function delegationFor(
  tx: Tx,
  { from, to, act }: { from: string; to: string; act: string },
): Promise<{ id: string } | undefined> {
  return tx
    .db('delegations')
    .where({ from_party: from, to_party: to })
    .whereNull('revoked_at')
    .whereRaw('starts_at <= now() AND ends_at > now() AND ? = ANY (acts)', [act])
    .orderBy('ends_at', 'desc')
    .first<{ id: string } | undefined>('id');
}
