import type { Handler } from '../kiosk-context.ts';
import { stationView } from '../station-view.ts';

export const getStation: Handler<'getStation'> = async (context) => stationView(context);
