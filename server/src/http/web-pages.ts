import express, { type RequestHandler, type Router } from 'express';
import { existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** The built pages; every address that is no file gets the shell of the portal, which routes by itself. */
export function webPages(config: Config): Router {
  const router = express.Router();
  const folder = config.WEB_DIR;
  if (!folder || !existsSync(folder)) return router;
  router.use(express.static(folder, { index: 'index.html', extensions: ['html'], setHeaders: cacheByName }));
  const shell: RequestHandler = (_request, response) => response.sendFile(join(folder, 'index.html'));
  router.get('/{*path}', shell);
  return router;
}

/** Names with a hash never change; pages and the service worker are asked for again each time. */
function cacheByName(response: ServerResponse, path: string): void {
  const forever = /[\\/]assets[\\/]/.test(path);
  response.setHeader('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
}
