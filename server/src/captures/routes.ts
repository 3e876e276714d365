import { stationsApi } from '@permit/domain/contract/stations-api.ts';
import { notFound } from '../errors.ts';
import type { Registrar } from '../http/route.ts';
import { adjudicateDuplicate, listHolds } from '../matching/adjudicate-duplicate.ts';
import type { TemplateEngine } from '../matching/template-engine.ts';
import { verifyPerson } from '../matching/verify-person.ts';
import { enrolStation, registerOperator, revokeStation } from '../stations/enrol-station.ts';
import { findStation } from '../stations/station-store.ts';
import { stationManifest } from '../stations/station-manifest.ts';
import { captureStatus } from './capture-status.ts';
import { findReceipt } from './receipt-lookup.ts';
import { uploadPacket } from './upload-packet.ts';

/** Stations, sealed captures, duplicates, 1:1. */
export function registerCaptureRoutes({ route, outside }: Registrar, engine: TemplateEngine): void {
  route(stationsApi.enrolStation, enrolStation, {
    replay: {
      ids: ({ stationId, username }) => ({ stationId, username }),
      // The secret is shown once: who lost the first answer enrols again.
      rebuild: async (tx, ids) => {
        const station = await findStation(tx.db, String(ids['stationId']));
        if (!station) throw notFound();
        return { stationId: station.publicId, username: String(ids['username']), secret: '' };
      },
    },
  });
  route(stationsApi.revokeStation, revokeStation);
  route(stationsApi.registerOperator, registerOperator);
  route(stationsApi.stationManifest, stationManifest);
  route(stationsApi.uploadPacket, uploadPacket);
  route(stationsApi.getReceipt, async (tx, { packetHash }) => {
    const receipt = await findReceipt(tx, packetHash);
    if (!receipt) throw notFound();
    return receipt;
  });
  route(stationsApi.captureStatus, captureStatus);
  outside(stationsApi.verifyPerson, (around, input) => verifyPerson(engine, around, input));
  route(stationsApi.listHolds, listHolds);
  route(stationsApi.adjudicateDuplicate, adjudicateDuplicate);
}
