import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** Milliseconds of processor time so far; `database` is undefined where /proc tells nothing. */
export interface ProcessorTime {
  readonly here: number;
  readonly database: number | undefined;
}

/**
 * Processor time of this process (the server under test; the load runs elsewhere) and of PostgreSQL with all that it
 * started. Unlike rates it does not depend on what else the machine does.
 */
export function processorTime(): ProcessorTime {
  const { user, system } = process.cpuUsage();
  return { here: (user + system) / 1000, database: databaseTime() };
}

/** What was used since, for each of `count` requests. */
export function timeEach(since: ProcessorTime, count: number) {
  const now = processorTime();
  const database =
    now.database === undefined || since.database === undefined ? undefined : now.database - since.database;
  const each = (ms: number) => Math.round((ms / count) * 1000) / 1000;
  return {
    serverMsEach: each(now.here - since.here),
    ...(database === undefined ? {} : { databaseMsEach: each(database) }),
  };
}

// Fields of /proc/PID/stat after the name: parent is the 2nd, user and system time the 12th and 13th, those of ended
// children the 14th and 15th, in ticks of 10 ms.
function databaseTime(): number | undefined {
  if (!existsSync('/proc/self/stat')) return undefined;
  const stats = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => statOf(pid));
  const ours = new Set([process.pid]);
  // Children have no smaller distance than their parents, so a few passes find the whole tree.
  for (let pass = 0; pass < 4; pass += 1)
    for (const { pid, parent } of stats) if (ours.has(parent)) ours.add(pid);
  return stats
    .filter(({ pid, name }) => ours.has(pid) && name === 'postgres')
    .reduce((sum, { ticks }) => sum + ticks * 10, 0);
}

function statOf(pid: string): { pid: number; parent: number; name: string; ticks: number }[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const ticks = [11, 12, 13, 14].reduce((sum, at) => sum + (fields[at] ?? 0), 0);
    return [{ pid: Number(pid), parent: fields[1] ?? 0, name, ticks }];
  } catch {
    return [];
  }
}
