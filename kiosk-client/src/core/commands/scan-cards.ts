import type { Handler } from '../kiosk-context.ts';
import { requireOperator } from '../kiosk-context.ts';
import { refreshDay } from '../sync/refresh-day.ts';

/** Cards under the scanner, one or a tray: the server says to which ticket each goes and writes down its shelf. */
export const scanCards: Handler<'scanCards'> = async (context, { serials, shelf }) => {
  requireOperator(context);
  const { cards } = await context.server.call('operator', 'scanTray', {
    serials,
    ...(shelf !== undefined && { shelf }),
  });
  return {
    cards: cards.map(({ serial, goes, ticketNo, visitId, shelf: place }) => ({
      serial,
      goes,
      ...(ticketNo !== undefined && { ticketNo }),
      ...(visitId !== undefined && { visitId }),
      ...(place !== undefined && { shelf: place }),
    })),
  };
};

/** Today's visit of whoever's card or phone was scanned. */
export const findVisit: Handler<'findVisit'> = async (context, { qr }) => {
  requireOperator(context);
  const { visitId, ticketNo } = await context.server.call('operator', 'findVisit', { qr });
  await refreshDay(context);
  return { visitId, ticketNo };
};
