import pg from 'pg';

/** Removes what the run seeded once for all its files (tests/road/seeded-demo.ts); a server of one's own lives on. */
export default async function dropSeeded() {
  const url = process.env['TEST_DATABASE_URL'];
  if (!url) return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS permit_seeded_${process.env['TEST_RUN']} WITH (FORCE)`);
  await client.end();
}
