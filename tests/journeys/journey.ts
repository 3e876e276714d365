import { describe } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { builtWeb } from './built-web.ts';
import { hasChromium, launchChromium } from './chromium.ts';

const available = process.env['TEST_DATABASE_URL'] !== undefined && (await hasChromium());

/** For what is clicked in a real browser; skipped, by name, where there is none. */
export const describeJourney = available ? describe : describe.skip;

/** The whole server with its pages, and a browser, for all tests of a file. */
export interface Journey {
  readonly road: RoadServer;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function startJourney(): Promise<Journey> {
  const road = await startRoadServer(undefined, { webDir: await builtWeb() });
  const browser = await launchChromium();
  return {
    road,
    browser,
    async close() {
      await browser.close();
      await road.close();
    },
  };
}
