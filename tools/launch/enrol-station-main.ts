// Enrols the demo's station with the supervisor's own sign-in; run by `npm start` at its first start.
import { readFileSync } from 'node:fs';
import { freshCode, type DemoAccount } from '../road/sign-in-as.ts';
import { stationClient } from '../road/station-client.ts';

const accounts = JSON.parse(readFileSync(process.env['DEMO_ACCOUNTS']!, 'utf8')) as DemoAccount[];
const supervisor = accounts.find(({ role }) => role === 'centre-supervisor');
if (!supervisor) throw new Error('the demo has no supervisor of a centre');
const { username, password, secondFactor } = supervisor;
const code = secondFactor ? { code: await freshCode(username, secondFactor) } : {};
const station = stationClient(process.env['STATION_URL']!);
await station.command('enrolStation', { name: 'Station 1', by: { username, password, ...code } });
