// `npm run catalogue -- check | diff CODE [FROM TO] | diff DRAFT.json | simulate DRAFT.json [--on YYYY-MM-DD]`
import { readFileSync } from 'node:fs';
import { bangkokDate } from '@permit/domain/calendar/bangkok-time.ts';
import { calendarDate, isCalendarDate, type CalendarDate } from '@permit/domain/calendar/calendar-date.ts';
import { checkCatalogue } from '@permit/domain/catalogue/check-catalogue.ts';
import { diffDefinitions } from '@permit/domain/catalogue/diff-definitions.ts';
import { DraftVersionSchema, nextVersion } from '@permit/domain/catalogue/draft-version.ts';
import { SAMPLE_DRAFTS } from '@permit/domain/catalogue/sample-drafts.ts';
import { serviceCatalogue } from '@permit/domain/catalogue/service-catalogue.ts';
import type { ServiceDefinition } from '@permit/domain/catalogue/service-definition.ts';
import { simulateVersion, type CaseOutcome } from '@permit/domain/catalogue/simulate-version.ts';
import { bahtGrouped, type Satang } from '@permit/domain/money/satang.ts';

const USAGE = `usage: npm run catalogue -- check
       npm run catalogue -- diff CODE [FROM-VERSION TO-VERSION]
       npm run catalogue -- diff DRAFT.json
       npm run catalogue -- simulate DRAFT.json [--on YYYY-MM-DD]
A draft is {"code": "R59M", "effectiveFrom": "2027-01-01", "change": {…}}: only what changes, by name.`;

class WrongUse extends Error {}

function check(): number {
  const { lines, faults } = checkCatalogue(serviceCatalogue.versions);
  const total = { certain: 0, uncertain: 0, assumed: 0 };
  for (const { code, offered, certain, uncertain, assumed } of lines) {
    const state = offered ? 'offered' : 'not-offered';
    console.log(`${code} ${state} certain=${certain} uncertain=${uncertain} assumed=${assumed}`);
    total.certain += certain;
    total.uncertain += uncertain;
    total.assumed += assumed;
  }
  for (const { service, message } of faults) console.error(`${service}: ${message}`);
  const offered = lines.filter((line) => line.offered).length;
  console.log(JSON.stringify({ services: lines.length, offered, ...total, errors: faults.length }));
  return faults.length === 0 ? 0 : 1;
}

function newestOf(code: string): ServiceDefinition {
  const newest = serviceCatalogue.versions.filter((version) => version.code === code).at(-1);
  if (!newest) throw new WrongUse(`there is no service ${code}; known: ${serviceCatalogue.codes.join(' ')}`);
  return newest;
}

function versionOf(code: string, number: string): ServiceDefinition {
  const version = serviceCatalogue.findVersion(code, Number(number));
  if (!version) throw new WrongUse(`${code} has no version ${number}`);
  return version;
}

/** The newest version and what a draft file would make of it. */
function readDraft(path: string): { before: ServiceDefinition; after: ServiceDefinition } {
  const draft = DraftVersionSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!draft.success)
    throw new WrongUse(
      `${path} is no draft: ${draft.error.issues.map((issue) => `${issue.path.join(' > ') || 'file'}: ${issue.message}`).join('; ')}`,
    );
  const before = newestOf(draft.data.code);
  const next = nextVersion(before, draft.data);
  if (!next.ok)
    throw new WrongUse(`the draft of ${before.code} is not sound:\n  ${next.problems.join('\n  ')}`);
  return { before, after: next.version };
}

function diff(args: string[]): number {
  const [what = '', from, to] = args;
  if (!what) throw new WrongUse('diff of what?');
  const history = serviceCatalogue.versions.filter(({ code }) => code === what);
  if (!what.endsWith('.json') && history.length === 1 && !from) {
    console.log(`${what} has one version only, in force from ${newestOf(what).effectiveFrom}`);
    return 0;
  }
  const pair = what.endsWith('.json')
    ? readDraft(what)
    : {
        before: from ? versionOf(what, from) : (history.at(-2) ?? newestOf(what)),
        after: to ? versionOf(what, to) : newestOf(what),
      };
  console.log(
    `${pair.after.code}: version ${pair.before.version} → ${pair.after.version}, from ${pair.after.effectiveFrom}`,
  );
  for (const { path, before, after } of diffDefinitions(pair.before, pair.after))
    console.log(`  ${path.replaceAll('.', ' > ')}: ${show(path, before)} → ${show(path, after)}`);
  return 0;
}

/** Money as baht, a text as it is, anything absent as such. */
function show(path: string, value: unknown): string {
  if (value === undefined) return '(none)';
  if (/satang\.value$/.test(path) && typeof value === 'number') return `${bahtGrouped(value as Satang)} baht`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function simulate(args: string[]): number {
  const [path] = args;
  if (!path) throw new WrongUse('simulate which draft?');
  const { before, after } = readDraft(path);
  const today = dayOf(args) ?? bangkokDate(Date.now());
  const samples = Object.values(SAMPLE_DRAFTS).filter(({ serviceCode }) => serviceCode === after.code).length;
  const changes = simulateVersion({ before, after }, SAMPLE_DRAFTS, today);
  console.log(
    `${after.code} version ${after.version} from ${after.effectiveFrom}: ${changes.length} of ${samples} sample cases change`,
  );
  for (const change of changes) {
    console.log(`  ${change.sample}`);
    for (const line of outcomeLines(change.before, change.after)) console.log(`    ${line}`);
  }
  console.log(
    JSON.stringify({
      service: after.code,
      version: after.version,
      samples,
      changed: changes.map(({ sample }) => sample),
    }),
  );
  return 0;
}

function dayOf(args: string[]): CalendarDate | undefined {
  const at = args.indexOf('--on');
  if (at < 0) return undefined;
  const text = args[at + 1] ?? '';
  if (!isCalendarDate(text)) throw new WrongUse(`--on wants a day like 2027-01-31, not ${text || 'nothing'}`);
  return calendarDate(text);
}

function outcomeLines(before: CaseOutcome, after: CaseOutcome): string[] {
  const fees = [...new Set([...Object.keys(before.fees), ...Object.keys(after.fees)])]
    .filter((code) => before.fees[code] !== after.fees[code])
    .map((code) => `fee ${code}: ${baht(before.fees[code])} → ${baht(after.fees[code])}`);
  return [
    ...fees,
    ...listLines('paper', before.papers, after.papers),
    ...listLines('told', before.findings, after.findings),
  ];
}

const baht = (satang: number | undefined): string =>
  satang === undefined ? 'none' : `${bahtGrouped(satang as Satang)} baht`;

function listLines(word: string, before: readonly string[], after: readonly string[]): string[] {
  return [
    ...after.filter((item) => !before.includes(item)).map((item) => `${word} now too: ${item}`),
    ...before.filter((item) => !after.includes(item)).map((item) => `${word} no longer: ${item}`),
  ];
}

const COMMANDS: Record<string, (args: string[]) => number> = { check, diff, simulate };

function main([command = '', ...args]: string[]): number {
  const run = COMMANDS[command];
  if (!run) throw new WrongUse(`${command || 'nothing'} is no command`);
  return run(args);
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const known =
    error instanceof WrongUse ||
    error instanceof SyntaxError ||
    (error as { code?: string }).code === 'ENOENT';
  if (!known) throw error;
  console.error(`${(error as Error).message}\n${USAGE}`);
  process.exitCode = 2;
}
