import express, { type Express, type RequestHandler } from 'express';
import { randomUUID } from 'node:crypto';
import type { Deps } from './deps.ts';
import { errorHandler } from './http/error-handler.ts';
import { healthRoute } from './http/health.ts';
import { openApiDocument } from './http/open-api.ts';
import { apiDocs } from './http/api-docs.ts';
import { bodyParsers } from './http/body-parsers.ts';
import { createRateLimit } from './http/rate-limit.ts';
import { createRegistrar } from './http/route.ts';
import { securityHeaders } from './http/security-headers.ts';
import { webPages } from './http/web-pages.ts';
import { registerRoutes, type Services } from './routes.ts';
import { ApiError } from './errors.ts';

/** The permit API and the web pages as one Express application; builds nothing by itself. */
export function createApp(deps: Deps, services: Services, rateLimit = createRateLimit()): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use(requestId, securityHeaders());
  app.get('/api/health', healthRoute(deps));
  const api = express.Router();
  api.use(bodyParsers(deps));
  const registrar = createRegistrar(api, deps, rateLimit);
  registerRoutes(registrar, services);
  app.get(
    '/api/openapi.json',
    (_request, response) => void response.json(openApiDocument(registrar.registered)),
  );
  app.use('/api/docs', apiDocs());
  app.use('/api/v1', api);
  app.use('/api', () => {
    throw new ApiError('not-found');
  });
  app.use(webPages(deps.config));
  app.use(errorHandler(deps));
  return app;
}

const requestId: RequestHandler = (_request, response, next) => {
  const id = randomUUID();
  response.locals['requestId'] = id;
  response.set('x-request-id', id);
  next();
};
