import express, { type Router } from 'express';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const START = `window.ui = SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#swagger-ui', deepLinking: true });`;

/** /api/docs: the contract as pages, served from here; nothing is fetched from elsewhere. */
export function apiDocs(): Router {
  const router = express.Router();
  const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  // The package's own initializer points to a sample of its makers.
  router.get('/swagger-initializer.js', (_request, response) => void response.type('js').send(START));
  router.use(express.static(folder, { index: 'index.html' }));
  return router;
}
