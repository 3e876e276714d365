import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { processStart } from '../../../tools/launch/process-start.mjs';
import type { DemoAccount } from '../../../tools/road/sign-in-as.ts';
import { pause, RoadBroken } from './pause.ts';
import { VICTIMS, type Victim } from './plan-kills.ts';

interface Known {
  readonly name: string;
  readonly pid: number;
  readonly started: string;
}
export interface Endpoints {
  readonly web: string;
  readonly bank: string;
  readonly station: string;
  readonly redis?: string;
  readonly launcher: number;
}

const UP_WITHIN_MS = 240_000;

/** One instance of `npm start` in a folder of its own, and the means to hurt it. Kills by pid and start time only. */
export class RunningInstance {
  readonly dataDir: string;
  readonly #projectRoot: string;
  readonly #port: number;
  readonly #env: NodeJS.ProcessEnv;
  #launcher: ChildProcess | undefined;

  constructor(where: { projectRoot: string; dataDir: string; port: number; env?: NodeJS.ProcessEnv }) {
    this.#projectRoot = where.projectRoot;
    this.dataDir = where.dataDir;
    this.#port = where.port;
    this.#env = { ...process.env, ...where.env };
  }

  /** Starts the launcher and waits until everything answers. */
  async start(): Promise<void> {
    const log = openSync(`${this.dataDir}.log`, 'a', 0o600);
    const flags = ['--port', String(this.#port), '--data', this.dataDir];
    const launcher = spawn(process.execPath, ['tools/start.mjs', ...flags], {
      cwd: this.#projectRoot,
      env: this.#env,
      stdio: ['ignore', log, log],
      detached: true,
    });
    this.#launcher = launcher;
    await this.untilUp(() => this.#launched(launcher));
  }

  async #launched(launcher: ChildProcess): Promise<boolean> {
    if (launcher.exitCode !== null)
      throw new RoadBroken(`the launcher ended with ${launcher.exitCode}, see ${this.dataDir}.log`);
    return this.#read<Endpoints>('endpoints.json')?.launcher === launcher.pid;
  }

  endpoints(): Endpoints {
    const endpoints = this.#read<Endpoints>('endpoints.json');
    if (!endpoints) throw new RoadBroken('the instance wrote no addresses');
    return endpoints;
  }

  accounts(): readonly DemoAccount[] {
    return this.#read<DemoAccount[]>('demo-accounts.json') ?? [];
  }

  /** Kills with SIGKILL (or wipes Redis) and answers when everything stands again. */
  async hurt(victim: Victim): Promise<void> {
    if (victim === 'flushall') return flushAll(this.endpoints().redis!);
    if (victim === 'launcher') {
      this.#launcher!.kill('SIGKILL');
      return this.start();
    }
    const { pid } = await this.#alive(victim);
    process.kill(pid, 'SIGKILL');
    await this.untilUp(async () => (await this.#alive(victim)).pid !== pid);
  }

  /** Resolves when `also` holds and API, bank, station and every process answer. */
  async untilUp(also: () => Promise<boolean> = async () => true): Promise<void> {
    const deadline = Date.now() + UP_WITHIN_MS;
    while (Date.now() < deadline) {
      if ((await also()) && (await this.#answers())) return;
      await pause(100);
    }
    throw new RoadBroken(`not everything came up again within ${UP_WITHIN_MS / 1000} s`);
  }

  async #answers(): Promise<boolean> {
    const { web, bank, station } = this.endpoints();
    const up = await Promise.all([`${web}/api/health`, bank, station].map(isAnswered));
    const known = this.#processes();
    const there = new Set(known.map(({ name }) => name));
    return up.every(Boolean) && this.#expected().every((name) => there.has(name)) && known.every(isSame);
  }

  /** The database is not the launcher's where it was given one. */
  #expected(): readonly string[] {
    const outside = this.#env['DATABASE_URL'] ? ['launcher', 'redis', 'postgres'] : ['launcher', 'redis'];
    return VICTIMS.filter((name) => !outside.includes(name));
  }

  async #alive(name: string): Promise<Known> {
    const deadline = Date.now() + UP_WITHIN_MS;
    for (;;) {
      const found = this.#processes().find((known) => known.name === name);
      if (found && isSame(found)) return found;
      if (Date.now() > deadline) throw new RoadBroken(`${name} did not come back`);
      await pause(50);
    }
  }

  #processes(): readonly Known[] {
    return this.#read<Known[]>('processes.json') ?? [];
  }

  #read<T>(name: string): T | undefined {
    const file = join(this.dataDir, name);
    if (!existsSync(file)) return undefined;
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as T;
    } catch {
      return undefined;
    }
  }

  /** Asks the launcher to stop everything, then makes sure. */
  async stop(): Promise<void> {
    const launcher = this.#launcher;
    if (!launcher || launcher.exitCode !== null) return;
    const known = this.#processes();
    const gone = new Promise((resolve) => launcher.once('exit', resolve));
    launcher.kill('SIGTERM');
    await Promise.race([gone, pause(60_000)]);
    if (launcher.exitCode === null) launcher.kill('SIGKILL');
    for (const left of known.filter(isSame)) process.kill(left.pid, 'SIGKILL');
  }
}

function isSame({ pid, started }: Known): boolean {
  return started !== '' && processStart(pid) === started;
}

async function isAnswered(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    await answer.body?.cancel();
    return answer.status < 500;
  } catch {
    return false;
  }
}

/** FLUSHALL in Redis' own words. */
function flushAll(url: string): Promise<void> {
  const { hostname, port, password } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = createConnection({ host: hostname, port: Number(port) });
    let answer = '';
    socket.once('connect', () => socket.write(`AUTH ${password}\r\nFLUSHALL\r\n`));
    socket.on('data', (chunk) => {
      answer += chunk;
      if (answer.split('+OK').length === 3) socket.destroy();
    });
    socket.once('error', reject);
    socket.once('close', () => (answer.split('+OK').length === 3 ? resolve() : reject(new Error(answer))));
  });
}
