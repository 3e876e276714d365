import { NAME_PAIRS } from '@permit/domain/people/name-pairs.fixture.ts';
import { scorePairs, type PairScore } from '@permit/domain/people/name-pairs-score.ts';
import { measureDefects, type DefectRow, type DefectTable } from '../defects/measure-defects.ts';

const BOUNDS = { found: 0.95, falseAlarms: 0.02, namesPrecision: 0.95, namesRecall: 0.95 } as const;

/** `npm run prove -- defects [CASES] [SEED]`: how much of what an officer would send back the checks find. */
export const proofs = {
  defects: async ({ args }: { args: readonly string[] }) => {
    const [cases = '200', seed = '2569'] = args;
    const table = measureDefects(Number(cases), Number(seed));
    const names = Object.entries(NAME_PAIRS).map(([language, pairs]) => ({
      language,
      score: scorePairs(pairs),
    }));
    const foundWorst = Math.min(...table.rows.map((row) => row.found / row.injected));
    const alarmsWorst = Math.max(...table.rows.map((row) => row.falseAlarms / row.clean));
    return {
      summary: {
        kinds: table.rows.length,
        casesPerKind: Number(cases),
        foundWorst,
        falseAlarmsWorst: alarmsWorst,
        clean: table.clean,
        cleanWithAny: table.cleanWithAny,
        namePairs: names.reduce((sum, { score }) => sum + score.pairs, 0),
      },
      report: reportOf(table, names, cases),
      holds:
        foundWorst >= BOUNDS.found &&
        alarmsWorst <= BOUNDS.falseAlarms &&
        names.every(
          ({ score }) => score.precision >= BOUNDS.namesPrecision && score.recall >= BOUNDS.namesRecall,
        ),
    };
  },
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function defectLine(row: DefectRow): string {
  const [found, alarms] = [percent(row.found / row.injected), percent(row.falseAlarms / row.clean)];
  return `| ${row.kind} | ${row.injected} | ${found} | ${alarms} |`;
}

function nameLine({ language, score }: { language: string; score: PairScore }): string {
  const wrong = score.wrong.map(([one, other]) => `${one} / ${other}`).join('; ') || 'none';
  return `| ${language} | ${score.pairs} | ${score.same} | ${percent(score.precision)} | ${percent(score.recall)} | ${wrong} |`;
}

function reportOf(
  table: DefectTable,
  names: readonly { language: string; score: PairScore }[],
  cases: string,
): string {
  return `What the checks find before payment. Invented people and papers, spoilt one way at a time by an injector that
shares no code with the checks (\`tests/defects\`); ${table.clean} clean cases for the false alarms. Seed ${table.seed},
${cases} cases a kind. Clean cases with any warning at all: ${table.cleanWithAny} of ${table.clean}.

| defect | cases | found | false alarms |
|---|---|---|---|
${table.rows.map(defectLine).join('\n')}

## Names: the same or another

Two hundred pairs written by hand (\`domain/src/people/name-pairs.fixture.ts\`). The sound rules and the threshold
were chosen on these pairs, so that the figures are the best case, not a forecast.

| language | pairs | same | precision | recall | judged wrongly |
|---|---|---|---|---|---|
${names.map(nameLine).join('\n')}

## What this does not show

The people are invented and the defects are of our own making, so that real filers will find others. The measures
of a portrait come from the intake, and the days of a paper from its filer; here they are given (end to end:
\`tests/documents/known-of-papers.db.test.ts\`, \`server/src/documents/intake/portrait\`). Of a paper's kind the product
sees one mistake only: a picture of head and shoulders before an even wall that was sent as another paper. **Any other
paper of another kind is not found**: no reader of print is in the product, and a picture inside a PDF is not looked
at. A last day is found only where the filer says it. A wrong third
digit of a 13-digit number is left out, because its weight is 11 and the register's own rule cannot see it.`;
}
