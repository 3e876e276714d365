import { bahtGrouped, type Satang } from '@permit/domain/money/satang.ts';

interface Outcome {
  readonly fees: Readonly<Record<string, number>>;
  readonly papers: readonly string[];
  readonly findings: readonly string[];
}

const money = (satang: number | undefined): string =>
  satang === undefined ? '–' : `฿ ${bahtGrouped(satang as Satang)}`;

/** What differs for one sample case, a phrase each: fees by amount, papers and findings by what came or went. */
export function outcomeChanges(before: Outcome, after: Outcome): readonly string[] {
  const fees = [...new Set([...Object.keys(before.fees), ...Object.keys(after.fees)])]
    .filter((code) => before.fees[code] !== after.fees[code])
    .map((code) => `${code} ${money(before.fees[code])} › ${money(after.fees[code])}`);
  return [
    ...fees,
    ...cameAndWent(before.papers, after.papers),
    ...cameAndWent(before.findings, after.findings),
  ];
}

function cameAndWent(before: readonly string[], after: readonly string[]): string[] {
  return [
    ...after.filter((item) => !before.includes(item)).map((item) => `+ ${item}`),
    ...before.filter((item) => !after.includes(item)).map((item) => `- ${item}`),
  ];
}
