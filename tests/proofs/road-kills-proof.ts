import { join } from 'node:path';
import { planKills, PRINT_KILLS, type Kill } from './road-kills/plan-kills.ts';
import { reportOf } from './road-kills/report.ts';
import { RunningInstance } from './road-kills/running-instance.ts';
import { walkOnce, type RoadResult } from './road-kills/walk-once.ts';

interface Context {
  readonly args: readonly string[];
  readonly projectRoot: string;
  folder(): string;
  say(sentence: string): void;
}

const PORT = Number(process.env['ROAD_KILLS_PORT'] ?? 9400);
const LONGEST_PROOF_MS = 7_200_000;

/**
 * `npm run prove -- road-kills [POINTS] [SEED] [PER_ROAD] [MINUTES]`: kill -9 at seeded instants of the whole road,
 * then at each moment of the printing.
 * After MINUTES no new road is begun; the points that were reached are what is reported.
 */
export const proofs = {
  'road-kills': async ({ args, projectRoot, folder, say }: Context) => {
    const [points = 30, seed = 2569, perRoad = 1, minutes = LONGEST_PROOF_MS / 60_000] = args.map(Number);
    const instance = new RunningInstance({ projectRoot, dataDir: join(folder(), 'instance'), port: PORT });
    const deadline = Date.now() + minutes * 60_000;
    return withInstance(instance, async () => {
      const walked: RoadResult[] = [];
      const walk = async (kills: readonly Kill[], typicalMs: number) => {
        const road = await walkOnce(instance, { run: walked.length + 1, kills, typicalMs });
        walked.push(road);
        say(sentenceOf(road));
        return road;
      };
      await walk([], 0);
      const plan = planKills(points, seed);
      for (let begun = 0; begun < points && Date.now() < deadline; begun += perRoad)
        await walk(plan.slice(begun, begun + perRoad), typicalSeconds(walked) * 1000);
      for (const kill of PRINT_KILLS)
        if (Date.now() < deadline) await walk([kill], typicalSeconds(walked) * 1000);
      if (instance.endpoints().redis)
        await walk([{ victim: 'flushall', at: 0.5 }], typicalSeconds(walked) * 1000);
      const report = reportOf({ seed, perRoad, typicalSeconds: typicalSeconds(walked), roads: walked });
      const summary = summaryOf(walked);
      return { summary, report, holds: holds(summary) };
    });
  },
};

/**
 * The first road warms caches up, and a busy machine grows idle: the shortest whole road so far is what an
 * undisturbed one takes, so that kills do not fall behind its end.
 */
function typicalSeconds(roads: readonly RoadResult[]): number {
  const whole = roads.filter(({ completed }) => completed).map(({ seconds }) => seconds);
  return whole.length === 0 ? 60 : Math.min(...whole);
}

/** Stops what was started on every way out, also when the proof itself is asked to end. */
async function withInstance<T>(instance: RunningInstance, work: () => Promise<T>): Promise<T> {
  const end = () => void instance.stop().finally(() => process.exit(130));
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    await instance.start();
    return await work();
  } finally {
    await instance.stop();
    process.off('SIGINT', end).off('SIGTERM', end);
  }
}

function summaryOf(roads: readonly RoadResult[]) {
  const faults = (kind: keyof RoadResult['verdict']) =>
    roads.reduce((sum, { verdict }) => sum + verdict[kind].length, 0);
  const points = roads.flatMap(({ kills }) => kills).filter(({ kill }) => kill.victim !== 'flushall').length;
  return {
    points,
    roads: roads.length,
    completed: roads.filter(({ completed }) => completed).length,
    doubles: faults('doubles'),
    lost: faults('lost'),
    unbalanced: faults('unbalanced'),
    broken: faults('broken'),
  };
}

function holds({ points, roads, completed, ...faults }: ReturnType<typeof summaryOf>): boolean {
  return points > 0 && completed === roads && Object.values(faults).every((count) => count === 0);
}

function sentenceOf({ kills, completed, seconds, notes, verdict }: RoadResult): string {
  const hit = kills.map((row) => `${row.kill.victim} at ${row.atSeconds.toFixed(1)} s (${row.during})`);
  const faults = Object.values(verdict).flat();
  const end = completed ? `completed in ${seconds.toFixed(1)} s` : 'NOT completed';
  return [hit.join(', ') || 'undisturbed', end, ...notes, ...faults].join('; ');
}
