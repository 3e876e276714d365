/** One line of a conversation in docs/reader-protocol.md: `>` from the host, `<` from the device. */
export interface TranscriptLine {
  readonly from: 'host' | 'device';
  /** Without the zeros that pad a report. */
  readonly bytes: readonly number[];
}

/** The named conversation of the document: hex bytes, `b*n` for a byte that stands n times. */
export function readTranscript(document: string, name: string): readonly TranscriptLine[] {
  const block = new RegExp(`\`\`\`transcript ${name}\\n([\\s\\S]*?)\`\`\``).exec(document)?.[1];
  if (block === undefined) throw new Error(`no transcript ${name}`);
  return block
    .trim()
    .split('\n')
    .map((line) => ({
      from: line.startsWith('>') ? 'host' : 'device',
      bytes: line.slice(1).trim().split(' ').flatMap(spread),
    }));
}

/** A report as the transcripts write it. */
export function writeTranscriptLine(from: TranscriptLine['from'], report: Uint8Array): string {
  const bytes = [...unpadded(report)];
  const words: string[] = [];
  for (let i = 0; i < bytes.length;) {
    let run = 1;
    while (bytes[i + run] === bytes[i]) run++;
    const hex = bytes[i]!.toString(16).padStart(2, '0').toUpperCase();
    if (run > 3) words.push(`${hex}*${run}`);
    else words.push(...Array.from({ length: run }, () => hex));
    i += run;
  }
  return `${from === 'host' ? '>' : '<'} ${words.join(' ')}`;
}

/** Without trailing zeros. */
export function unpadded(report: Uint8Array): Uint8Array {
  let end = report.length;
  while (end > 0 && report[end - 1] === 0) end--;
  return report.subarray(0, end);
}

function spread(word: string): number[] {
  const [hex = '', times = '1'] = word.split('*');
  return Array.from({ length: Number(times) }, () => Number.parseInt(hex, 16));
}
