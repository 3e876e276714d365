import { openStatusList } from '@permit/domain/cards/signed-status-list.ts';
import type { StatusList } from '@permit/domain/cards/status-list.ts';
import { TrustListSchema, type TrustList } from '@permit/domain/cards/trust-list.ts';
import { bytesOfBase64, webInflate, webVerifySignature } from './web-crypto-ports.ts';

/** What this device knows: keys, the status list, and the declared clock of a demonstration. */
export interface KeptLists {
  readonly trustList: TrustList | undefined;
  readonly statusList: StatusList | undefined;
  /** What to add to this device's clock, in milliseconds; not zero only under a demo clock. */
  readonly clockOffsetMs: number;
  readonly demo: boolean;
  /** Whether the service answered just now; a browser's own opinion of its network is often wrong. */
  readonly reached: boolean;
}

const TRUST = 'check-trust-list';
const STATUS = 'check-status-list';
const HEALTH = 'check-health';

/** Fetches what can be fetched and keeps it; without a network everything comes from the last time. */
export async function refreshLists(storage: Storage): Promise<KeptLists> {
  const reached = await Promise.all([
    keep(storage, TRUST, '/api/v1/trust-list'),
    keep(storage, STATUS, '/api/v1/status-list'),
    keepHealth(storage),
  ]);
  return { ...(await readLists(storage)), reached: reached.includes(true) };
}

async function keep(storage: Storage, name: string, address: string): Promise<boolean> {
  const response = await fetch(address).catch(() => undefined);
  if (response?.ok) storage.setItem(name, await response.text());
  return response?.ok === true;
}

async function keepHealth(storage: Storage): Promise<boolean> {
  const response = await fetch('/api/health').catch(() => undefined);
  const health = (await response?.json().catch(() => undefined)) as
    { demoClock?: boolean; businessTime?: string; mode?: string; specimen?: boolean } | undefined;
  if (!health) return false;
  const offset = health.demoClock ? Date.parse(health.businessTime ?? '') - Date.now() : 0;
  const demo = health.mode !== 'production' || health.specimen === true;
  storage.setItem(HEALTH, JSON.stringify({ clockOffsetMs: Number.isFinite(offset) ? offset : 0, demo }));
  return true;
}

/** What was kept; a status list counts only under a signature of a kept key. */
export async function readLists(storage: Storage): Promise<KeptLists> {
  const parsed = TrustListSchema.safeParse(readJson(storage, TRUST));
  const trustList = parsed.success && parsed.data.keys.length > 0 ? parsed.data : undefined;
  const { clockOffsetMs = 0, demo = false } = (readJson(storage, HEALTH) ?? {}) as Partial<KeptLists>;
  return {
    trustList,
    statusList: trustList && (await openKept(storage, trustList)),
    clockOffsetMs,
    demo,
    reached: false,
  };
}

async function openKept(storage: Storage, trustList: TrustList): Promise<StatusList | undefined> {
  const { list } = (readJson(storage, STATUS) ?? {}) as { list?: string };
  if (typeof list !== 'string') return undefined;
  try {
    const check = { trustList, verifySignature: webVerifySignature, inflate: webInflate };
    const opened = await openStatusList(bytesOfBase64(list), check);
    return opened.ok ? opened.list : undefined;
  } catch {
    return undefined;
  }
}

function readJson(storage: Storage, name: string): unknown {
  try {
    return JSON.parse(storage.getItem(name) ?? 'null');
  } catch {
    return undefined;
  }
}
