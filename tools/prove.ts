// `npm run prove -- NAME [flags of the proof]` · `npm run prove -- --list`: the long figures, written to docs/proofs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measuringServices, type MeasuringServices } from './launch/measuring-services.ts';
import { loadRegistered } from './launch/registry.ts';
import { runMain, say, secondsSince } from './launch/say.mjs';

interface ProofResult {
  /** The last line of standard output, with `name` first. */
  readonly summary: Readonly<Record<string, unknown>>;
  /** The report for docs/proofs: what was done, with which seeds, and what came out. */
  readonly report: string;
  /** False where an invariant was broken. */
  readonly holds: boolean;
}
type Proof = (context: ProofContext) => Promise<ProofResult>;
interface ProofContext extends MeasuringServices {
  readonly args: readonly string[];
  readonly projectRoot: string;
  say(sentence: string): void;
}

/** Where packages keep theirs; each file exports `proofs: Record<string, Proof>`. */
const PLACES = [
  'server/src/proofs',
  'print/src/proofs',
  'kiosk-client/src/proofs',
  'biometrics/src/proofs',
  'tests/proofs',
];
const projectRoot = fileURLToPath(new URL('..', import.meta.url));

await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const { found, faults } = await loadRegistered<Proof>(projectRoot, PLACES, 'proofs');
  for (const fault of faults) say('prove', fault);
  if (name === '--list') {
    for (const proof of found) console.log(proof.name);
    return faults.length === 0 ? 0 : 1;
  }
  const proof = found.find((one) => one.name === name);
  if (!proof) {
    say('prove', `${name ?? 'no name'} is not known: npm run prove -- --list lists ${found.length} names`);
    return 2;
  }
  const startedAt = performance.now();
  const services = measuringServices(projectRoot);
  try {
    const { summary, report, holds } = await proof.run({
      ...services,
      args,
      projectRoot,
      say: (sentence) => say('prove', sentence),
    });
    keepReport(proof.name, report, summary);
    say('prove', `${proof.name} ${holds ? 'holds' : 'is BROKEN'} after ${secondsSince(startedAt)}`);
    console.log(JSON.stringify({ name: proof.name, ...summary }));
    return holds ? 0 : 1;
  } finally {
    await services.stop();
  }
});

function keepReport(name: string, report: string, summary: ProofResult['summary']): void {
  const folder = join(projectRoot, 'docs', 'proofs');
  mkdirSync(folder, { recursive: true });
  const text = `# Proof: ${name}\n\n${report.trim()}\n\n\`\`\`json\n${JSON.stringify({ name, ...summary }, null, 2)}\n\`\`\`\n`;
  writeFileSync(join(folder, `${name}.md`), text);
}
