import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Trace } from '../trace.ts';

/**
 * Writes every stage's picture as `<name>-<stage>.png`. Pictures are made while the engine runs and
 * written behind it; `finish` waits for the last one.
 */
export function traceToFolder(folder: string): {
  traceOf: (name: string) => Trace;
  finish: () => Promise<void>;
} {
  const written: Promise<unknown>[] = [mkdir(folder, { recursive: true })];
  const traceOf = (name: string): Trace => {
    return (stage, { width, height, rgb }) => {
      const picture = sharp(rgb, { raw: { width, height, channels: 3 } }).png();
      const file = join(folder, `${name}-${stage}.png`);
      written.push((written[0] as Promise<unknown>).then(() => picture.toFile(file)));
    };
  };
  return { traceOf, finish: async () => void (await Promise.all(written)) };
}
