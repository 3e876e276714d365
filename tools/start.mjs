// `npm start`: everything on embedded defaults with demo data, until Ctrl-C. Flags: see launch/arguments.mjs.
// Node built-ins only: this runs before the packages are installed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStartArguments } from './launch/arguments.mjs';
import { superviseChildren } from './launch/children.mjs';
import { enrolStation } from './launch/enrol-station.mjs';
import { install } from './launch/install.mjs';
import { takeDataFolder } from './launch/instance.mjs';
import { LaunchFault } from './launch/launch-fault.mjs';
import { endLeftovers, recordProcesses } from './launch/leftovers.mjs';
import { derivePorts, requireFreePorts } from './launch/ports.mjs';
import { startServices } from './launch/services.mjs';
import { listPrograms, setUpEnvironment, stationUrl } from './launch/programs.mjs';
import { waitUntilReady } from './launch/readiness.mjs';
import { runOnce } from './launch/run-once.mjs';
import { runStep } from './launch/run-step.mjs';
import { runMain, say, secondsSince } from './launch/say.mjs';
import { keepSecret } from './launch/secrets.mjs';
import { buildPages } from './launch/web-build.mjs';

const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** What has to be undone, the newest first. @type {(() => Promise<void> | void)[]} */
const undo = [];
async function stopEverything() {
  for (let step = undo.pop(); step; step = undo.pop()) await step();
}

/** @param {import('./launch/programs.mjs').Settings} settings */
async function setUpDatabase(settings) {
  const startedAt = performance.now();
  const env = setUpEnvironment(settings);
  mkdirSync(dirname(env.KEY_STORE_FILE), { recursive: true, mode: 0o700 });
  const migrated = await runStep({
    projectRoot,
    file: 'server/src/migrate-main.ts',
    env,
    failure: 'The database could not be brought to the newest form:',
  });
  const seed = 'server/src/demo/seed-main.ts';
  const hasSeed = existsSync(join(projectRoot, seed));
  const seeded = hasSeed
    ? await runStep({ projectRoot, file: seed, env, failure: 'The demo data could not be loaded:' })
    : 'no demo data yet';
  say('db', `${migrated}; ${seeded || 'demo data is there'}  (${secondsSince(startedAt)})`);
}

/** @param {string} dataDir @returns {import('./launch/programs.mjs').Account[]} */
function readAccounts(dataDir) {
  const file = join(dataDir, 'demo-accounts.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** @param {import('./launch/programs.mjs').Settings} settings @param {() => Record<string, number | undefined>} servicePids */
async function startPrograms(settings, servicePids) {
  const { dataDir, ports } = settings;
  const { programs, missing } = listPrograms(settings, readAccounts(dataDir));
  const children = superviseChildren({ cwd: projectRoot, logDir: join(dataDir, 'logs') });
  // Everything may be started again by itself, so the list is looked at from time to time.
  const recording = setInterval(
    () => recordProcesses(dataDir, { ...servicePids(), ...children.pids() }),
    1_000,
  );
  undo.push(() => clearInterval(recording));
  undo.push(() => children.stop());
  if (missing.length > 0) say('setup', `not built yet, so not started: ${missing.join(', ')}`);
  for (const program of programs) children.start(program);
  recordProcesses(dataDir, { ...servicePids(), ...children.pids() });
  const wait = { timeoutMs: 90_000 };
  for (const { name, url } of [
    { name: 'server', url: `http://127.0.0.1:${ports.web}/api/health` },
    { name: 'bank', url: `http://127.0.0.1:${ports.bank}/` },
    { name: 'station', url: `http://127.0.0.1:${ports.station}/` },
  ])
    if (programs.some((program) => program.name === name))
      await waitUntilReady(name, url, { ...wait, logFile: join(dataDir, 'logs', `${name}.log`) });
  if (programs.some(({ name }) => name === 'station'))
    await enrolStation({ projectRoot, dataDir, url: stationUrl(settings) });
}

/** @param {import('./launch/programs.mjs').Settings} settings */
function publishEndpoints(settings) {
  const { dataDir, ports, databaseUrl, redisUrl } = settings;
  const web = `http://127.0.0.1:${ports.web}`;
  const endpoints = {
    web,
    api: `${web}/api/v1`,
    health: `${web}/api/health`,
    openapi: `${web}/api/openapi.json`,
    docs: `${web}/api/docs`,
    station: stationUrl(settings),
    bank: `http://127.0.0.1:${ports.bank}`,
    mail: `http://127.0.0.1:${ports.mailPage}`,
    sms: `http://127.0.0.1:${ports.sms}`,
    database: databaseUrl,
    ...(redisUrl ? { redis: redisUrl } : {}),
    launcher: process.pid,
  };
  // Database and Redis addresses hold the passwords of this folder's own services.
  writeFileSync(join(dataDir, 'endpoints.json'), `${JSON.stringify(endpoints, null, 2)}\n`, { mode: 0o600 });
  return endpoints;
}

/** @param {ReturnType<typeof publishEndpoints>} endpoints @param {string} dataDir */
function greet({ web, docs, station, mail, sms }, dataDir) {
  say('ready', `portal and office ${web}   API ${docs}   station ${station}`);
  say('ready', `simulated, nothing leaves this machine: letters ${mail}   SMS ${sms}`);
  for (const { role, username, password } of readAccounts(dataDir))
    if (password.length < 40) say('account', `${role.padEnd(20)} ${username.padEnd(24)} ${password}`);
  say(
    'ready',
    `accounts with their second factors: ${join(dataDir, 'demo-accounts.json')}   Ctrl-C stops everything`,
  );
}

/** @param {import('./launch/arguments.mjs').StartArguments} given */
async function bringUp({ port, data, captureFrom }) {
  const ports = derivePorts(port);
  const { dataDir, release } = takeDataFolder(data);
  undo.push(release);
  const left = await endLeftovers(dataDir);
  if (left > 0) say('setup', `ended ${left} processes that a killed launcher had left`);
  await requireFreePorts(ports, ['web', 'station', 'bank', 'mail', 'mailPage', 'sms']);
  const services = await startServices({ projectRoot, dataDir, ports });
  undo.push(services.stop);
  const settings = {
    ...{ projectRoot, dataDir, ports, captureFrom },
    ...{ databaseUrl: services.appUrl, ownerUrl: services.ownerUrl, redisUrl: services.redisUrl },
    keyPassphrase: keepSecret(dataDir, 'keyStorePassphrase'),
    stationToken: keepSecret(dataDir, 'stationToken'),
    stationPassphrase: keepSecret(dataDir, 'stationPassphrase'),
  };
  await Promise.all([
    setUpDatabase(settings),
    buildPages({ projectRoot, logFile: join(dataDir, 'web-build.log') }),
  ]);
  await startPrograms(settings, services.pids);
  return { dataDir, endpoints: publishEndpoints(settings) };
}

/**
 * Resolves at the first signal. The terminal and npm both hand Ctrl-C on, so one that follows at once is the same;
 * a later one ends without order, and the watchdogs stop what is still running.
 * @param {number} code @returns {Promise<number>}
 */
function whenAsked(code) {
  let askedAt = 0;
  return new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
      process.on(signal, () => {
        if (askedAt > 0 && performance.now() - askedAt > 1_000) process.exit(130);
        if (askedAt > 0) return;
        askedAt = performance.now();
        say('stop', 'stopping everything in order …');
        resolve(code);
      });
  });
}

await runMain(async () => {
  const startedAt = performance.now();
  const given = readStartArguments(process.argv.slice(2), {
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
    projectRoot,
  });
  const stopped = whenAsked(given.once ? 130 : 0);
  const work = (async () => {
    await install(projectRoot);
    const { dataDir, endpoints } = await bringUp(given);
    say('ready', `up in ${secondsSince(startedAt)}`);
    if (given.once) return runOnce({ projectRoot, dataDir, captureFrom: given.captureFrom });
    greet(endpoints, dataDir);
    return stopped;
  })();
  const ended = Promise.race([work, stopped]).catch((/** @type {unknown} */ error) => {
    if (!(error instanceof LaunchFault)) throw error;
    say('stop', error.message);
    return error.exitCode;
  });
  try {
    return await ended;
  } finally {
    await stopEverything();
    say('stop', `stopped after ${secondsSince(startedAt)}`);
  }
});
