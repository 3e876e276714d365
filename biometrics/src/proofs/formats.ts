import { proveFormats } from '../formats/prove-formats.ts';

/** `npm run prove -- formats`: 10,000 damaged records and pictures are refused or read, in bounded time and memory. */
async function formatsProof() {
  const { name: _name, broken, faults, ...summary } = await proveFormats(10_000);
  const report = [
    `${summary.records} damaged records and pictures of every kind: ${summary.fields} numbers that the readers look at,`,
    `each set to its boundary values, and random damage. ${summary.accepted} were still read, ${summary.refused} refused with`,
    `offset and reason; ${Math.round(100 * summary.pastFirstHeader)} % got past the first header. ${summary.crashes} crashed,`,
    `${summary.slow} took more than 2 s of processor time; the slowest took ${summary.slowestMs} ms (${summary.slowestName}).`,
    `The process had ${summary.peakMemoryMb} MB at most.`,
    ...faults.map((fault) => `- ${fault}`),
  ].join('\n');
  return { summary: { ...summary, broken }, report, holds: broken === 0 && summary.records >= 10_000 };
}

export const proofs = { formats: formatsProof };
