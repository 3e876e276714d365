import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** What the database holds of one case, counted by its owner past every row-level rule; for proofs only. */
export interface CaseLedger {
  readonly applications: number;
  readonly submissions: number;
  readonly bills: number;
  readonly paymentsRecorded: number;
  readonly paymentsSetAside: number;
  readonly permits: number;
  readonly printOrders: readonly {
    readonly publicId: string;
    readonly state: string;
    readonly serial: string | null;
  }[];
  readonly cards: readonly { readonly serial: string; readonly state: string }[];
}

/** Reads the ledger of a case by its number. `applications` counts every case of the instance, drafts included. */
export async function readLedger(dataDir: string, applicationNo: string): Promise<CaseLedger> {
  const client = new pg.Client({ connectionString: ownerUrl(dataDir) });
  await client.connect();
  try {
    const count = async (from: string): Promise<number> => {
      const sql = `SELECT count(*)::int AS n FROM ${from}`;
      const { rows } = await client.query<{ n: number }>(sql, from.includes('$1') ? [applicationNo] : []);
      return rows[0]?.n ?? 0;
    };
    const ofCase = 'JOIN applications a ON a.id = t.application_id WHERE a.number = $1';
    const orders = await client.query<CaseLedger['printOrders'][number]>(
      `SELECT t.public_id AS "publicId", t.state, t.blank_serial AS serial FROM print_orders t ${ofCase}`,
      [applicationNo],
    );
    const cards = await client.query<CaseLedger['cards'][number]>(
      `SELECT t.serial, t.state FROM cards t ${ofCase}`,
      [applicationNo],
    );
    return {
      applications: await count('applications'),
      submissions: await count('applications WHERE number = $1 AND submitted_at IS NOT NULL'),
      bills: await count(`bills t ${ofCase}`),
      paymentsRecorded: await count(`payments t ${ofCase} AND t.outcome = 'recorded'`),
      paymentsSetAside: await count(`payments t ${ofCase} AND t.outcome <> 'recorded'`),
      permits: await count(`permits t ${ofCase}`),
      printOrders: orders.rows,
      cards: cards.rows,
    };
  } finally {
    await client.end();
  }
}

/** The address of the instance's own database with its owner's login, from the folder's secrets. */
function ownerUrl(dataDir: string): string {
  const read = (name: string) =>
    JSON.parse(readFileSync(join(dataDir, name), 'utf8')) as Record<string, string>;
  const url = new URL(read('endpoints.json')['database'] ?? '');
  url.username = 'permit_owner';
  url.password = read('secrets.json')['databaseOwner'] ?? '';
  return url.href;
}
