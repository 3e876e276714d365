import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** Milliseconds of processor time so far; `database` is undefined where /proc tells nothing. */
export interface ProcessorTime {
  readonly server: number;
  readonly database: number | undefined;
}

/**
 * Processor time of the server under test and of PostgreSQL with all that it started. Unlike rates it does not depend on
 * what else the machine does.
 */
export function processorTime(serverPids: readonly number[]): ProcessorTime {
  const stats = allStats();
  const isServer = ({ pid }: Stat) => serverPids.includes(pid);
  return {
    server: sum(stats.filter(isServer)),
    database: stats.length > 0 ? databaseTime(stats) : undefined,
  };
}

/** What was used since, for each of `count` requests. */
export function timeEach(since: ProcessorTime, now: ProcessorTime, count: number) {
  const database =
    now.database === undefined || since.database === undefined ? undefined : now.database - since.database;
  const each = (ms: number) => Math.round((ms / count) * 1000) / 1000;
  return {
    serverMsEach: each(now.server - since.server),
    ...(database === undefined ? {} : { databaseMsEach: each(database) }),
  };
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly milliseconds: number;
}

const sum = (stats: readonly Stat[]) => stats.reduce((total, { milliseconds }) => total + milliseconds, 0);

function allStats(): Stat[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid));
}

function databaseTime(stats: readonly Stat[]): number {
  const ours = new Set([process.pid]);
  // Children have no smaller distance than their parents, so a few passes find the whole tree.
  for (let pass = 0; pass < 4; pass += 1)
    for (const { pid, parent } of stats) if (ours.has(parent)) ours.add(pid);
  return sum(stats.filter(({ pid, name }) => ours.has(pid) && name === 'postgres'));
}

// Fields of /proc/PID/stat after the name: parent is the 2nd, user and system time the 12th and 13th, those of ended
// children the 14th and 15th, in ticks of 10 ms.
function statOf(pid: string): Stat[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = [11, 12, 13, 14].reduce((total, at) => total + (fields[at] ?? 0), 0);
    return [{ pid: Number(pid), parent: fields[1] ?? 0, name, milliseconds: ticks * 10 }];
  } catch {
    return [];
  }
}
