import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { allEndpoints } from '@permit/domain/contract/permit-api.ts';
import { ROLES } from '@permit/domain/staff/roles.ts';
import { createApp } from '@permit/server/app.ts';
import { engineInline } from '@permit/server/matching/template-engine.ts';
import { createIntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
  readonly handle?: { readonly stack?: readonly Layer[] };
}

/** Every route that the router really answers, however it came there. */
function routesOf(layers: readonly Layer[]): string[] {
  return layers.flatMap(({ route, handle }) => [
    ...(route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : []),
    ...(handle?.stack ? routesOf(handle.stack) : []),
  ]);
}

/** Beside the contract: health, the contract itself and its pages, which name nobody (docs/operations.md). */
const BESIDE = ['GET /api/health', 'GET /api/openapi.json', 'GET /swagger-initializer.js'];

test('the routes of the running server are those of the contract and no other', () => {
  const app = createApp(road.deps, {
    intake: createIntakePool(),
    press: road.press,
    engine: engineInline,
  }) as unknown as {
    router: { stack: Layer[] };
  };
  const served = routesOf(app.router.stack).filter((route) => !BESIDE.includes(route));
  const written = allEndpoints.map(({ method, path }) => `${method} ${path.replace(/\{(\w+)\}/g, ':$1')}`);
  expect(served.sort()).toEqual(written.sort());
});

test('every operation names its policy: the public, or roles that there are', () => {
  const without = allEndpoints.filter(
    ({ allow }) => allow !== 'public' && (allow.length === 0 || allow.some((role) => !ROLES.includes(role))),
  );
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('no two operations share a route, and every part of a path is a field of the input', () => {
  const routes = allEndpoints.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, '{}')}`);
  expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
});
