import { appendFileSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Config } from '../config.ts';

/** The head of the chain at one moment, signed; kept where the database's owner cannot reach. */
export const AnchoredHead = z.object({
  position: z.int(),
  hash: z.string(),
  keyId: z.string(),
  signature: z.string(),
  at: z.string(),
});
export type AnchoredHead = z.infer<typeof AnchoredHead>;

/** Where heads are kept outside of the database. The default is a file, and is shown as a "demo anchor". */
export interface Anchor {
  readonly kind: 'demo-file';
  /** Durable before it resolves. */
  append(head: AnchoredHead): void;
  heads(): readonly AnchoredHead[];
}

/** An append-only file outside the data folder. Anyone who owns this machine could rewrite it: a demo anchor. */
export function fileAnchor(path: string): Anchor {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  return {
    kind: 'demo-file',
    append(head) {
      const file = openSync(path, 'a', 0o600);
      try {
        appendFileSync(file, `${JSON.stringify(head)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
    },
    heads: () => readHeads(path),
  };
}

/** Complete lines only: a line cut off by a power cut was never acknowledged. */
function readHeads(path: string): AnchoredHead[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.flatMap((line) => {
    const head = AnchoredHead.safeParse(tryJson(line));
    return head.success ? [head.data] : [];
  });
}

function tryJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The anchor that the configuration names. */
export function startAnchor(config: Config): Anchor {
  return fileAnchor(config.ANCHOR_FILE);
}
