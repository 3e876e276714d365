import { join } from 'node:path';
import { judgeRoad, type Verdict } from './judge-road.ts';
import { pause, RoadBroken } from './pause.ts';
import { PatientPeople } from './patient-people.ts';
import type { Kill } from './plan-kills.ts';
import { untilPrintMoment } from './print-moment.ts';
import type { RunningInstance } from './running-instance.ts';
import { serveVisit } from './serve-visit.ts';
import { walkThroughOffices } from './walk-through-offices.ts';

const LONGEST_ROAD_MS = 420_000;

/** What a kill did to the road. */
export interface KillRow {
  readonly kill: Kill;
  readonly atSeconds: number;
  /** Where the walker was. */
  readonly during: string;
  /** Until everything answered again. */
  readonly upAfterSeconds: number;
}

export interface RoadResult {
  readonly seconds: number;
  readonly completed: boolean;
  readonly kills: readonly KillRow[];
  readonly notes: readonly string[];
  readonly verdict: Verdict;
}

const NOTHING: Verdict = { doubles: [], lost: [], unbalanced: [], broken: [] };

/** Walks one road, hurts the instance on its way, and judges what is left of it. */
export async function walkOnce(
  instance: RunningInstance,
  { run, kills, typicalMs }: { run: number; kills: readonly Kill[]; typicalMs: number },
): Promise<RoadResult> {
  const notes = new Map<string, number>();
  const note = (text: string) => void notes.set(text, (notes.get(text) ?? 0) + 1);
  const people = new PatientPeople(instance, note);
  const startedAt = Date.now();
  let at = 'filing';
  const walk = {
    ...{ run, instance, people, note },
    step: (name: string) => void (at = name),
    deadline: startedAt + LONGEST_ROAD_MS,
  };
  const over = new AbortController();
  const way = { typicalMs, startedAt, where: () => at, signal: over.signal };
  const hurting = hurtOnTheWay(instance, kills, way);
  const road = (async () => {
    const filed = await walkThroughOffices(walk);
    await serveVisit(walk, filed);
    at = 'done already';
    return { filed, seconds: (Date.now() - startedAt) / 1000 };
  })().finally(() => over.abort());
  const [walked, rows] = await Promise.allSettled([road, hurting]);
  const faults = [walked, rows].flatMap((one) => (one.status === 'rejected' ? [sentence(one.reason)] : []));
  const { filed, seconds } = walked.status === 'fulfilled' ? walked.value : { filed: undefined, seconds: 0 };
  const judged = { dataDir: instance.dataDir, people, roads: run, applicationNo: filed?.applicationNo ?? '' };
  const verdict = filed ? await judgeRoad(judged) : NOTHING;
  return {
    seconds,
    completed: filed !== undefined && faults.length === 0,
    kills: rows.status === 'fulfilled' ? rows.value : [],
    notes: [...notes].map(([text, times]) => (times === 1 ? text : `${text} (${times} times)`)),
    verdict: { ...verdict, broken: [...verdict.broken, ...faults] },
  };
}

interface Way {
  readonly typicalMs: number;
  readonly startedAt: number;
  readonly where: () => string;
  /** The road is over: a moment that was not seen will not come any more. */
  readonly signal: AbortSignal;
}

async function hurtOnTheWay(
  instance: RunningInstance,
  kills: readonly Kill[],
  { typicalMs, startedAt, where, signal }: Way,
): Promise<readonly KillRow[]> {
  const rows: KillRow[] = [];
  for (const kill of [...kills].sort((a, b) => (a.at ?? 1) - (b.at ?? 1))) {
    if (kill.moment) {
      const folder = join(instance.dataDir, 'printer');
      const missed = await untilPrintMoment(folder, kill.moment, signal).then(
        () => false,
        () => true,
      );
      // The card was in the hand before the moment was seen: no blow, and none is counted.
      if (missed) continue;
    } else await pause(Math.max(0, startedAt + kill.at * typicalMs - Date.now()));
    const hitAt = Date.now();
    const during = where();
    await instance.hurt(kill.victim);
    const upAfterSeconds = (Date.now() - hitAt) / 1000;
    rows.push({ kill, atSeconds: (hitAt - startedAt) / 1000, during, upAfterSeconds });
  }
  return rows;
}

function sentence(reason: unknown): string {
  if (reason instanceof RoadBroken) return reason.message;
  return reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
}
