import express, { type RequestHandler } from 'express';
import type { Deps } from '../deps.ts';
import { claimsOf } from './access-token.ts';

/** What strangers may send: sign-in, tracking, a QR, the bank's report. */
const STRANGERS_LIMIT = '64kb';
/** A sealed packet or a pair of card faces. */
const SIGNED_IN_LIMIT = '24mb';

/** Reads bodies: small ones of strangers, large ones only for a token of ours, so that memory is not anyone's to fill. */
export function bodyParsers(deps: Pick<Deps, 'keys' | 'clock'>): RequestHandler {
  const parsers = (limit: string) => [
    express.json({ limit, strict: true }),
    express.raw({ type: () => true, limit }),
  ];
  const [small, large] = [parsers(STRANGERS_LIMIT), parsers(SIGNED_IN_LIMIT)];
  return (request, response, next) => {
    const [json, raw] = claimsOf(deps, request) ? large : small;
    json!(request, response, (fault) => (fault ? next(fault) : raw!(request, response, next)));
  };
}
