import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LaunchFault } from '../../tools/launch/launch-fault.mjs';
import { findSystemPostgres } from '../../tools/launch/postgres-binaries.mjs';
import { startPostgres } from '../../tools/launch/postgres.mjs';
import { ENCODINGS } from '../security/encodings.ts';
import { secretsOf, staffNames } from './dump/secrets-of.ts';
import { PatientPeople } from './road-kills/patient-people.ts';
import { RunningInstance } from './road-kills/running-instance.ts';
import { serveVisit } from './road-kills/serve-visit.ts';
import { walkThroughOffices, type Walk } from './road-kills/walk-through-offices.ts';

interface Context {
  readonly args: readonly string[];
  readonly projectRoot: string;
  folder(): string;
  say(sentence: string): void;
}

const PORT = Number(process.env['DUMP_PORT'] ?? 9460);
const LONGEST_ROAD_MS = 420_000;
/** A company stays readable by design: finding it shows that the search can find what is there. */
const KNOWN = 'บริษัท ตัวอย่างอาหารทะเล จำกัด';
const run = promisify(execFile);

/**
 * `npm run prove -- dump [ROADS]`: whole roads on the distribution's own PostgreSQL (15 or newer), then its pg_dump,
 * searched for every name and number that the employer sees of those cases and for everybody's who works there.
 */
export const proofs = {
  dump: async ({ args, projectRoot, folder, say }: Context) => {
    const roads = Number(args[0] ?? 3);
    const binaries = findSystemPostgres();
    if (!binaries) throw new LaunchFault('this proof needs postgresql-15 or newer with its client programs.');
    const postgres = await startPostgres({ projectRoot, dataDir: join(folder(), 'database'), binaries });
    try {
      const secrets = await secretsAfterRoads({
        projectRoot,
        folder: folder(),
        url: postgres.url,
        roads,
        say,
      });
      const dumps = await dump(join(binaries.bin, 'pg_dump'), postgres.url, folder());
      const found = [...dumps].flatMap(([form, bytes]) => searchIn(form, bytes, secrets));
      const searchWorks = dumps.get('plain')!.includes(ENCODINGS['utf-8'](KNOWN));
      const summary = {
        postgres: binaries.version,
        roads,
        secrets: secrets.length,
        encodings: Object.keys(ENCODINGS).length,
        bytes: [...dumps.values()].reduce((sum, { length }) => sum + length, 0),
        found: found.length,
        searchWorks,
      };
      return { summary, report: reportOf(summary, found), holds: found.length === 0 && searchWorks };
    } finally {
      await postgres.stop();
    }
  },
};

interface Roads {
  readonly projectRoot: string;
  readonly folder: string;
  readonly url: string;
  readonly roads: number;
  readonly say: (sentence: string) => void;
}

/** Walks the roads to the card in the hand and answers what must not be found afterwards. */
async function secretsAfterRoads({ projectRoot, folder, url, roads, say }: Roads): Promise<string[]> {
  const env = { DATABASE_URL: url };
  const dataDir = join(folder, 'instance');
  const instance = new RunningInstance({ projectRoot, dataDir, port: PORT, env });
  const secrets = new Set(staffNames);
  try {
    await instance.start();
    const people = new PatientPeople(instance, say);
    for (let road = 1; road <= roads; road += 1) {
      const deadline = Date.now() + LONGEST_ROAD_MS;
      const walk: Walk = { run: road, instance, people, step: () => undefined, note: say, deadline };
      const filed = await walkThroughOffices(walk);
      await serveVisit(walk, filed);
      const { draft } = await people.ask('employer', 'getApplication', filed);
      for (const secret of secretsOf(draft as Parameters<typeof secretsOf>[0])) secrets.add(secret);
      say(`road ${road} of ${roads}: the card is in the hand`);
    }
    for (const { password } of instance.accounts()) secrets.add(password);
  } finally {
    await instance.stop();
  }
  return [...secrets];
}

/** As text, and as the archive that a backup keeps, uncompressed so that it can be searched. */
async function dump(program: string, url: string, folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const dumps = new Map<string, Buffer>();
  for (const form of ['plain', 'custom'] as const) {
    const file = join(folder, `dump.${form}`);
    await run(program, ['--dbname', url, '--format', form, '--compress', '0', '--file', file]);
    dumps.set(form, await readFile(file));
  }
  return dumps;
}

/** Says which kind of secret lies there, never the secret. */
function searchIn(form: string, bytes: Buffer, secrets: readonly string[]): readonly string[] {
  return Object.entries(ENCODINGS).flatMap(([encoding, encode]) =>
    secrets.flatMap((secret, index) =>
      bytes.includes(encode(secret)) ? [`secret ${index} in the ${form} dump as ${encoding}`] : [],
    ),
  );
}

function reportOf(summary: Readonly<Record<string, unknown>>, found: readonly string[]): string {
  return `Whole roads (filing to the card in the hand) on the distribution's PostgreSQL ${String(summary['postgres'])}, then its own \`pg_dump\` as
text and as an uncompressed archive. Searched for: names in every script, passport, permit and telephone numbers and exact
birth dates of the workers as the employer sees them, the names of everybody who works there, and every demo password,
in ${String(summary['encodings'])} encodings. A company's name, which stays readable by design, was ${summary['searchWorks'] ? '' : 'NOT '}found: the search works.

${found.length === 0 ? 'Nothing was found.' : found.map((line) => `- ${line}`).join('\n')}`;
}
