import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import {
  engineInline,
  engineInThreads,
  type TemplateEngine,
} from '@permit/server/matching/template-engine.ts';
import sharp from 'sharp';
import { aStation, aVisit } from './a-station.ts';
import { startRoadServer, type RoadServer } from './road-server.ts';
import { leanGrant } from '../lifecycle/lean-case.ts';

jest.setTimeout(120_000);

const threads = engineInThreads(1);
/** What happened, in order: an extraction begins and ends, a health request is answered. */
const order: string[] = [];
let inner: TemplateEngine = threads;
let begun: () => void = () => undefined;
const watched: TemplateEngine = {
  async extract(task) {
    order.push('begins');
    begun();
    // One turn, in which the request that was sent at `begun` leaves its client.
    await new Promise((resolve) => setImmediate(resolve));
    const result = await inner.extract(task);
    order.push('ends');
    return result;
  },
  close: () => threads.close(),
};

let road: RoadServer;
let verify: () => Promise<{ reason?: string | undefined }>;
beforeAll(async () => {
  road = await startRoadServer(undefined, { engine: watched });
  const station = await aStation(road);
  const { visitId } = await aVisit(road, (await leanGrant(road)).applicationNo);
  const samples = [{ position: 'right-index', base64: (await aRidgedPicture()).toString('base64') }];
  verify = () => station.client.call('verifyPerson', { visitId, samples });
}, 120_000);
afterAll(async () => {
  await road.close();
  await watched.close();
});

/** Ridges enough that the engine has work to do, whoever they belong to. */
function aRidgedPicture(): Promise<Buffer> {
  const [width, height] = [800, 800];
  const pixels = Buffer.from(
    Array.from({ length: width * height }, (_, at) => {
      const [x, y] = [(at % width) - width / 2, Math.floor(at / width) - height / 2];
      return 128 + 100 * Math.sin(Math.hypot(x, y * 0.8) / 1.5);
    }),
  );
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .withMetadata({ density: 500 })
    .png()
    .toBuffer();
}

async function healthWhileVerifying(): Promise<string[]> {
  order.length = 0;
  const started = new Promise<void>((resolve) => (begun = resolve));
  const verified = verify();
  await started;
  await fetch(`${road.origin}/api/health`).then((response) => response.text());
  order.push('healthy');
  await verified;
  return order;
}

test('a health request is answered while a finger is read for 1:1', async () => {
  expect(await healthWhileVerifying()).toEqual(['begins', 'healthy', 'ends']);
});

test('the same engine in the server’s own thread keeps everybody waiting: the order would show it', async () => {
  inner = engineInline;
  expect(await healthWhileVerifying()).toEqual(['begins', 'ends', 'healthy']);
});
