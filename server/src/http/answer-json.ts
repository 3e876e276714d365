import type { ServerResponse } from 'node:http';

/**
 * Answers a JSON value. Express's own `json` looks for a way not to send it again (a hash of every answer, compared with
 * what the asker has); what we answer is about people and is kept by nobody.
 */
export function answerJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.setHeader('content-length', Buffer.byteLength(body));
  response.setHeader('cache-control', 'no-store');
  response.end(body);
}
