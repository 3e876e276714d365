import type { officesApi } from '@permit/domain/contract/offices-api.ts';
import type { OutputOf } from '@permit/domain/contract/endpoint.ts';
import { WORKPLACE_KINDS, type WorkplaceKind } from '@permit/domain/staff/role-places.ts';
import { ROLE_CLASS } from '@permit/domain/staff/roles.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { holderOf } from '../accounts/account-holder.ts';
import { findAccountById, rolesOf } from '../accounts/account-store.ts';
import { asJob, type Tx } from '../database/transaction.ts';

/** Offices, with the province of each. */
export async function listOffices(tx: Tx): Promise<OutputOf<typeof officesApi.listOffices>> {
  const rows = await tx
    .db('parties')
    .where('kind', 'office')
    .orderBy('code')
    .select<
      { public_id: string; code: string | null; name_th: string | null; province_code: string | null }[]
    >();
  const offices = rows.map((row) => ({
    officeId: row.public_id,
    code: row.code ?? '',
    name: row.name_th ?? '',
    ...(row.province_code ? { provinceCode: row.province_code } : {}),
  }));
  return { offices };
}

/** Every place where staff work, for whoever opens their accounts. */
export function listParties(tx: Tx): Promise<OutputOf<typeof officesApi.listParties>> {
  return asJob(tx, async () => {
    const rows = await tx
      .db('parties')
      .whereIn('kind', [...WORKPLACE_KINDS])
      .orderBy(['kind', 'code'])
      .select<
        {
          public_id: string;
          kind: WorkplaceKind;
          code: string | null;
          name_th: string | null;
          province_code: string | null;
        }[]
      >();
    const parties = rows.map((row) => ({
      partyId: row.public_id,
      kind: row.kind,
      code: row.code ?? '',
      name: row.name_th ?? row.code ?? '',
      ...(row.province_code ? { provinceCode: row.province_code } : {}),
    }));
    return { parties };
  });
}

const STAFF_ROLES = Object.entries(ROLE_CLASS)
  .filter(([, callerClass]) => callerClass === 'officer' || callerClass === 'contractor')
  .map(([role]) => role);

/** Staff who are people: a head of office sees their own office, the administrator everybody. */
export function listStaff(tx: Tx): Promise<OutputOf<typeof officesApi.listStaff>> {
  return asJob(tx, async () => {
    const query = tx
      .db('account_roles as r')
      .join('accounts as a', 'a.id', 'r.account_id')
      .where('a.machine', false)
      .whereIn('r.role', STAFF_ROLES);
    if (tx.caller.role !== 'administrator') query.whereIn('r.party_id', [...tx.caller.partyIds]);
    const ids = await query.distinct<{ id: string }[]>('a.id').orderBy('a.id').limit(500);
    const staff = [];
    for (const { id } of ids) {
      const account = (await findAccountById(tx.db, id))!;
      const roles = await rolesOf(tx.db, id);
      staff.push({
        accountId: account.publicId,
        displayName: holderOf(tx.deps.keys, account).displayName,
        disabled: account.disabled,
        roles: roles.map(({ role, partyName, until }) => ({
          role,
          partyName,
          ...(until ? { until: until.toISOString() } : {}),
        })),
      });
    }
    const fact = { act: 'staff-listed', subjectKind: 'list', subjectId: tx.requestId };
    await recordAudit(tx, { ...fact, purpose: 'staff', detail: { count: staff.length } });
    return { staff };
  });
}
