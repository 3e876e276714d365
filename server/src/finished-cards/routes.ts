import { finishedCardsApi } from '@permit/domain/contract/finished-cards-api.ts';
import type { Registrar } from '../http/route.ts';
import { scanTray } from './scan-tray.ts';
import { listUncollected, restoreCard, returnCard, voidCard } from './shelf.ts';
import { receiveShipment, shipCards } from './ship-cards.ts';
import { describeShipment, listShipments } from './shipment-store.ts';

/** Finished cards from the tray to the hand. */
export function registerFinishedCardRoutes({ route }: Registrar): void {
  route(finishedCardsApi.scanTray, scanTray);
  route(finishedCardsApi.listUncollected, listUncollected);
  route(finishedCardsApi.returnCard, returnCard);
  route(finishedCardsApi.restoreCard, restoreCard);
  route(finishedCardsApi.voidCard, voidCard);
  route(finishedCardsApi.shipCards, shipCards, {
    replay: {
      ids: ({ shipmentId }) => ({ shipmentId }),
      rebuild: (tx, ids) => describeShipment(tx, String(ids['shipmentId'])),
    },
  });
  route(finishedCardsApi.receiveShipment, receiveShipment);
  route(finishedCardsApi.listShipments, listShipments);
}
