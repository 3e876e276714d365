import { openGcm, sealGcm } from '../packet/seal-gcm.ts';
import type { SealedPacket } from '../packet/seal-packet.ts';
import { readPacketFile } from '../packet/read-manifest.ts';
import type { PacketReceipt } from '../packet/verify-receipt.ts';
import { type FileSystem, replaceFile } from './file-system.ts';
import { type Journal, openJournal } from './journal.ts';
import { openPacketFiles, type PacketFiles } from './packet-files.ts';
import { StationEvent } from './station-event.ts';
import { applyEvent, chainEnd, EMPTY_STATE, type StationState, waitingPackets } from './station-state.ts';

export interface StorePlaces {
  readonly fs: FileSystem;
  readonly folder: string;
  /** Folder on a second medium, where one is fitted. */
  readonly mirrorFolder: string | undefined;
  /** 32 bytes: the key of this station's journal. It opens no packet. */
  readonly key: Uint8Array;
}

export interface StoreHealth {
  readonly copies: 1 | 2;
  readonly journal: Journal['state'];
  /** Counters of packets that were shown as saved and are on no medium any more. */
  readonly lost: readonly number[];
}

/** The memory of a station: a journal of events and the sealed packets, each on one medium or two. */
export interface StationStore {
  state(): StationState;
  health(): StoreHealth;
  /** Resolves when the event is durable. */
  record(event: StationEvent): Promise<void>;
  /** Resolves when packet and index are durable: only then may a screen say "saved". */
  savePacket(sealed: SealedPacket): Promise<1 | 2>;
  readPacket(counter: number): Promise<Buffer | undefined>;
  /** Keeps the day (keys and people) encrypted; it may be lost and fetched again. */
  saveDay(day: Uint8Array): Promise<void>;
  readDay(): Promise<Buffer | undefined>;
  /** Keeps the receipt, then deletes the packet's files. */
  receipted(counter: number, receipt: PacketReceipt): Promise<void>;
}

const DAY_AAD = Buffer.from('work-permit-day/1');

/** Opens the store after any end whatever: rebuilds the index, adopts whole packets, drops half ones. */
export async function openStationStore(places: StorePlaces): Promise<StationStore> {
  const { fs, key, folder, mirrorFolder } = places;
  const inMirror = (name: string) => (mirrorFolder === undefined ? undefined : `${mirrorFolder}/${name}`);
  const journal = await openJournal({ fs, key, path: `${folder}/journal`, mirrorPath: inMirror('journal') });
  const files = await openPacketFiles({
    fs,
    folder: `${folder}/packets`,
    mirrorFolder: inMirror('packets'),
  });
  let state = journal.payloads.flatMap(readEvent).reduce(applyEvent, EMPTY_STATE);
  const record = async (event: StationEvent) => {
    await journal.append(Buffer.from(JSON.stringify(event)));
    state = applyEvent(state, event);
  };
  await adoptPackets(files, () => state, record);
  const lost = await findLost(files, state);
  let packetCopies = await files.repair(waitingPackets(state).map(({ counter }) => counter));

  return {
    state: () => state,
    health: () => ({
      copies: journal.copies() === 2 && packetCopies === 2 ? 2 : 1,
      journal: journal.state,
      lost,
    }),
    record,
    savePacket: async (sealed) => {
      packetCopies = await files.save(sealed.counter, sealed.bytes);
      await record({ type: 'packet-sealed', packet: entryOf(sealed.bytes)! });
      return packetCopies;
    },
    readPacket: (counter) => files.read(counter),
    saveDay: (day) => replaceFile(fs, `${folder}/day`, sealGcm(key, day, DAY_AAD)),
    readDay: async () => openGcm(key, await fs.read(`${folder}/day`), DAY_AAD),
    receipted: async (counter, receipt) => {
      await record({ type: 'packet-receipted', counter, receipt });
      await files.remove(counter);
    },
  };
}

function readEvent(payload: Buffer): StationEvent[] {
  const parsed = StationEvent.safeParse(JSON.parse(payload.toString('utf8')));
  // An event of a later version is skipped, not fatal: an older program may have to open the folder again.
  return parsed.success ? [parsed.data] : [];
}

function entryOf(bytes: Buffer) {
  const file = readPacketFile(bytes);
  if (!file) return undefined;
  const { deviceCounter, packetId, applicationId, visitId, sealedAt } = file.manifest;
  const { packetHash } = file;
  return {
    counter: deviceCounter,
    packetId,
    packetHash,
    applicationId,
    visitId,
    sealedAt,
    bytes: bytes.length,
  };
}

/** A whole packet whose journal record was cut off is taken in; files that were receipted are removed. */
async function adoptPackets(
  files: PacketFiles,
  state: () => StationState,
  record: (event: StationEvent) => Promise<void>,
): Promise<void> {
  for (const counter of await files.counters()) {
    const known = state().packets.find((packet) => packet.counter === counter);
    if (known?.receipt) await files.remove(counter);
    if (known || counter <= chainEnd(state()).counter) continue;
    const packet = entryOf((await files.read(counter))!);
    if (packet?.counter === counter) await record({ type: 'packet-sealed', packet });
  }
}

async function findLost(files: PacketFiles, state: StationState): Promise<readonly number[]> {
  const held = new Set(await files.counters());
  return waitingPackets(state)
    .map(({ counter }) => counter)
    .filter((counter) => !held.has(counter));
}
