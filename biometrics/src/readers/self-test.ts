import type { ReaderProblem } from '../codes.ts';
import { asReaderError } from './reader-error.ts';
import { withDeadline, type ReaderTime } from './reader-time.ts';
import type { OpenReader, ReaderInfo } from './reader.ts';
import type { ReaderRegistry } from './reader-registry.ts';

/** What the station's panel shows for one device before the centre opens. */
export interface SelfTestRow {
  readonly readerId: string;
  readonly serial: string;
  readonly ok: boolean;
  readonly problem?: ReaderProblem;
  readonly detail?: string;
  readonly milliseconds: number;
}

const STEP_LIMIT_MS = 5_000;

/** Opens every device, asks it again who it is, and looks at one live picture. Nobody has to touch anything. */
export async function selfTest(registry: ReaderRegistry, time: ReaderTime): Promise<readonly SelfTestRow[]> {
  const rows: SelfTestRow[] = [];
  for (const info of await registry.discover()) rows.push(await testReader(info, registry, time));
  return rows;
}

async function testReader(
  info: ReaderInfo,
  registry: ReaderRegistry,
  time: ReaderTime,
): Promise<SelfTestRow> {
  const started = time.now();
  const row = { readerId: info.id, serial: info.identity.serial };
  try {
    const limit = { milliseconds: STEP_LIMIT_MS, what: `self-test of ${info.id}` };
    await withDeadline(time, limit, async (signal) => {
      const reader = await registry.open(info.id, signal);
      try {
        await reader.info(signal);
        if (info.preview) await lookOnce(reader, info);
      } finally {
        await reader.close();
      }
    });
    return { ...row, ok: true, milliseconds: time.now() - started };
  } catch (error) {
    const { problem, detail } = asReaderError(error);
    return { ...row, ok: false, problem, detail, milliseconds: time.now() - started };
  }
}

async function lookOnce(reader: OpenReader, info: ReaderInfo): Promise<void> {
  const stop = new AbortController();
  for await (const _picture of reader.preview(info.targets[0]!, stop.signal)) stop.abort();
}
