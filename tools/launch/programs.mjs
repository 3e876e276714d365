import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Settings everything the programs of one instance are told
 * @property {string} projectRoot
 * @property {string} dataDir
 * @property {import('./ports.mjs').Ports} ports
 * @property {string} databaseUrl the program's own login
 * @property {string} ownerUrl
 * @property {string | undefined} redisUrl
 * @property {string} keyPassphrase
 * @property {string} stationToken what the station's screens must show
 * @property {string} stationPassphrase seals the key of its journal
 * @property {string | undefined} captureFrom
 */

/** @typedef {{role: string, username: string, password: string}} Account */

/** Passed through from our own environment: how a program runs, never what it connects to. */
const INHERITED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TZ',
  'LANG',
  'LOG_LEVEL',
  'DEMO_CLOCK',
  'NODE_OPTIONS',
  'API_PROCESSES',
  'SystemRoot',
];

/** @param {Settings} settings */
export function sharedEnvironment({ projectRoot, dataDir, ports, databaseUrl, redisUrl, keyPassphrase }) {
  return {
    ...inherited(),
    APP_MODE: 'demo',
    DATABASE_URL: databaseUrl,
    ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    PORT: String(ports.web),
    PUBLIC_URL: `http://127.0.0.1:${ports.web}`,
    DATA_DIR: dataDir,
    KEY_STORE_FILE: join(dataDir, 'keys', 'key-store.json'),
    KEY_STORE_PASSPHRASE: keyPassphrase,
    // Outside the data folder: who can rewrite the data must not be able to rewrite the anchor with it.
    ANCHOR_FILE: process.env['ANCHOR_FILE'] ?? join(`${dataDir}-anchor`, 'audit-heads.jsonl'),
    BANK_PUBLIC_KEY_FILE: join(dataDir, 'bank', 'bank-public.pem'),
    BANK_URL: `http://127.0.0.1:${ports.bank}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.mail}`,
    SMS_GATEWAY_URL: `http://127.0.0.1:${ports.sms}/messages`,
    WEB_DIR: join(projectRoot, 'web', 'dist'),
  };
}

/** With the token, as a browser opens it. @param {Settings} settings */
export function stationUrl({ ports, stationToken }) {
  return `http://127.0.0.1:${ports.station}/#token=${stationToken}`;
}

/** What the migration and the demo data need besides. @param {Settings} settings */
export function setUpEnvironment(settings) {
  return {
    ...sharedEnvironment(settings),
    DATABASE_OWNER_URL: settings.ownerUrl,
  };
}

/**
 * The processes of an instance in the order of their start; those whose main file is not there yet are left out.
 * @param {Settings} settings @param {readonly Account[]} accounts of the demo people and machines
 * @returns {{programs: import('./children.mjs').Program[], missing: string[]}}
 */
export function listPrograms(settings, accounts) {
  const { projectRoot, dataDir, ports } = settings;
  const server = sharedEnvironment(settings);
  const api = { ...inherited(), APP_MODE: 'demo', PERMIT_API_URL: server.PUBLIC_URL };
  const all = [
    { name: 'server', file: 'server/src/main.ts', env: server },
    { name: 'worker', file: 'server/src/worker-main.ts', env: server },
    {
      name: 'bank',
      file: 'server/src/bank-simulator/main.ts',
      env: { ...api, PORT: String(ports.bank), BANK_DIR: join(dataDir, 'bank'), API_URL: server.PUBLIC_URL },
    },
    {
      name: 'mail',
      file: 'server/src/mail-simulator/main.ts',
      env: {
        ...inherited(),
        APP_MODE: 'demo',
        PORT: String(ports.mail),
        MAIL_PAGE_PORT: String(ports.mailPage),
        MAIL_DIR: join(dataDir, 'mail'),
      },
    },
    {
      name: 'sms',
      file: 'server/src/sms-simulator/main.ts',
      env: { ...inherited(), APP_MODE: 'demo', PORT: String(ports.sms) },
    },
    {
      name: 'print-worker',
      file: 'print/src/worker-main.ts',
      env: { ...api, ...signIn('PRINT_WORKER', 'print-worker', accounts) },
    },
    {
      name: 'print-host',
      file: 'print/src/host-main.ts',
      env: {
        ...api,
        ...signIn('PRINT_HOST', 'print-host', accounts),
        PRINT_HOST_DIR: join(dataDir, 'printer'),
        PRINTER: 'folder',
      },
    },
    {
      name: 'station',
      file: 'kiosk-client/src/hosts/loopback/main.ts',
      env: {
        ...api,
        PORT: String(ports.station),
        STATION_DIR: join(dataDir, 'station'),
        STATION_TOKEN: settings.stationToken,
        STATION_PASSPHRASE: settings.stationPassphrase,
        ...(settings.captureFrom ? { CAPTURE_FROM: settings.captureFrom } : {}),
      },
    },
  ];
  return {
    programs: all.filter(({ file }) => existsSync(join(projectRoot, file))),
    missing: all.filter(({ file }) => !existsSync(join(projectRoot, file))).map(({ name }) => name),
  };
}

/** @param {string} prefix @param {string} role @param {readonly Account[]} accounts */
function signIn(prefix, role, accounts) {
  const account = accounts.find((one) => one.role === role);
  if (!account) return {};
  return { [`${prefix}_USERNAME`]: account.username, [`${prefix}_PASSWORD`]: account.password };
}

/** @returns {NodeJS.ProcessEnv} */
function inherited() {
  return Object.fromEntries(
    INHERITED.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}
