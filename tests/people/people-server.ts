import { expect } from '@jest/globals';
import type pg from 'pg';
import { startSmtpPeer, type SmtpPeer } from '../messages/smtp-peer.ts';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';

/** A whole server with a mailbox behind it, and the database's owner, who sees what no caller sees. */
export interface PeopleServer {
  readonly road: RoadServer;
  readonly peer: SmtpPeer;
  readonly owner: pg.Client;
  close(): Promise<void>;
}

/** Starts it; one for a file of tests. */
export async function startPeopleServer(): Promise<PeopleServer> {
  const road = await startRoadServer();
  const peer = await startSmtpPeer();
  const owner = await road.database.owner();
  return {
    road,
    peer,
    owner,
    async close() {
      await peer.close();
      await road.close();
    },
  };
}

/** A refusal with this code, and with this detail where one is named. */
export const refused = (code: string, detailCode = '') =>
  expect.objectContaining({ code, message: expect.stringContaining(detailCode) as unknown });
