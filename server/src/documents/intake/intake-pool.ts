import { ApiError } from '../../errors.ts';
import { A_PAPER, type Examined, type SentAs } from './examined.ts';
import { noScanner, type VirusScanner } from '../scan/virus-scanner.ts';
import { FairTurns, OURS, type Turn } from './fair-turns.ts';
import { IntakeChild } from './intake-child.ts';

const PICTURE_MS = 10_000;
/** Longer than the pages of a PDF may take together (document-limits.ts), so that it is mostly the child that says so. */
const PDF_MS = 30_000;
/** A decoder keeps one core busy; two let a small file pass a large one. */
const CHILDREN = 2;

export interface IntakePool {
  /**
   * Throws `unavailable` where too many files wait already, or where the scanner cannot be asked (decision 0042), and
   * `too-many-requests` where too many of this filer do.
   */
  examine(bytes: Uint8Array, sentAs?: SentAs, turn?: Turn): Promise<Examined>;
  close(): void;
}

/** Scans files and decodes them in child processes, one file in each at a time, filers in turn. */
export function createIntakePool(
  options: { timeoutMs?: number; children?: number; scanner?: VirusScanner } = {},
): IntakePool {
  const { timeoutMs, children = CHILDREN, scanner = noScanner } = options;
  const timeouts = { pictureMs: timeoutMs ?? PICTURE_MS, pdfMs: timeoutMs ?? PDF_MS };
  const all = Array.from({ length: children }, () => new IntakeChild(timeouts));
  const turns = new FairTurns(all);
  return {
    async examine(bytes, sentAs = A_PAPER, turn = OURS) {
      const child = await turns.take(turn);
      try {
        return await scanned(scanner, bytes, () => child.examine(bytes, sentAs));
      } finally {
        turns.giveBack(child);
      }
    },
    close() {
      for (const child of all) child.close();
    },
  };
}

/** The scanner sees the file as it came; what it does not clear no decoder of ours opens. */
async function scanned(
  scanner: VirusScanner,
  bytes: Uint8Array,
  examine: () => Promise<Examined>,
): Promise<Examined> {
  const verdict = await scanner.scan(bytes);
  if (verdict.kind === 'unavailable')
    throw new ApiError('unavailable', { detailCode: 'scanner-away', retryAfterSeconds: 30 });
  if (verdict.kind === 'infected')
    return { ok: false, reason: 'infected', signature: verdict.signature, scannedBy: verdict.by };
  const examined = await examine();
  return examined.ok ? { ...examined, scannedBy: verdict.by } : examined;
}
