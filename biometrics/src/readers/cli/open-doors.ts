import { readFile } from 'node:fs/promises';
import { buildAdapter, type AdapterSetup } from '../adapter-setup.ts';
import { readerRegistry, type ReaderRegistry } from '../reader-registry.ts';
import type { ReaderError } from '../reader-error.ts';
import type { ReaderTime } from '../reader-time.ts';

/** What the bench was told about doors. */
export interface DoorFlags {
  readonly roots?: string | undefined;
  readonly ports?: string | undefined;
  readonly from?: string | undefined;
  readonly synthetic?: string | undefined;
}

/** The doors of the technicians' bench: HID and SBI always, files and synthetic people when asked for. */
export async function openDoors(
  flags: DoorFlags,
  time: ReaderTime,
  onRefused: (what: string, error: ReaderError) => void,
): Promise<ReaderRegistry> {
  const setups: AdapterSetup[] = [
    { door: 'hid', pinnedKeys: {} },
    { door: 'sbi', trustedRoots: await readRoots(flags.roots), ...portsOf(flags.ports) },
  ];
  if (flags.from !== undefined) setups.push({ door: 'file', folder: flags.from });
  if (flags.synthetic !== undefined) setups.push({ door: 'synthetic', seed: flags.synthetic });
  return readerRegistry(setups.map((setup) => buildAdapter(setup, { mode: 'demo', time, onRefused })));
}

/** Every certificate of a PEM file. */
async function readRoots(path: string | undefined): Promise<readonly string[]> {
  if (path === undefined) return [];
  const pem = await readFile(path, 'utf8');
  return pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
}

/** `4501-4600`, or one port. */
function portsOf(range: string | undefined): { readonly ports?: readonly number[] } {
  if (range === undefined) return {};
  const [first, last = first] = range.split('-').map(Number);
  if (!(first! > 0 && last! >= first! && last! < 65_536))
    throw new RangeError(`--ports ${range} is no range of ports`);
  return { ports: Array.from({ length: last! - first! + 1 }, (_, i) => first! + i) };
}
