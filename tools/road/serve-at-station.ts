import { demoPortrait } from './demo-papers.ts';
import type { ApiClient } from './api-client.ts';
import { freshCode } from './sign-in-as.ts';
import { stationClient, type StationClient } from './station-client.ts';
import { until } from './until.ts';
import { stationUrl, type Road } from './road.ts';

export type Served =
  | {
      readonly status: 'handed-over';
      readonly permitNo: string;
      readonly cardSerial: string;
      readonly receipt: string;
    }
  | { readonly status: 'held' };

/** The visit: ticket, arrival, notice, captures, seal, receipt, search, print, 1:1 and the card in the hand. */
export async function serveAtStation(
  road: Road,
  as: (username: string) => Promise<ApiClient>,
  applicationNo: string,
): Promise<Served> {
  const station = stationClient(stationUrl(road.dataDir));
  await prepareStation(road, station);
  const { visitId, ticketNo } = await station.command('takeTicket', { applicationNo });
  await station.command('callNext', { counter: '1' });
  await station.command('checkIn', { visitId, paperSeen: 'passport' });
  road.say(`ticket ${ticketNo} taken, called and checked in`);
  const receipt = await capture(road, station, visitId);
  const clerk = await as('clerk');
  const found = await until('search and print', async () => {
    const status = await clerk.call('captureStatus', { visitId });
    if (status.state === 'held' || status.state === 'rejected')
      return { held: status.reason ?? status.state };
    return status.card === 'ready' ? { held: undefined } : undefined;
  });
  if (found.held) {
    road.say(`the capture is held: ${found.held}; an officer decides, no card is printed`);
    return { status: 'held' };
  }
  road.say('nobody alike found; card rendered, printed and passed');
  const { verified, verificationId, reason } = await station.command('verifyPerson', {
    visitId,
    target: 'both-irises',
  });
  if (!verified || !verificationId) throw new Error(`1:1 did not verify the person: ${reason}`);
  const { permitNo, cardSerial } = await station.command('handOverCard', {
    by: 'one-to-one',
    visitId,
    verificationId,
  });
  road.say(`handed over by 1:1: permit ${permitNo}, card ${cardSerial}`);
  return { status: 'handed-over', permitNo: permitNo!, cardSerial: cardSerial!, receipt };
}

/** Enrols a new station by the supervisor and signs the clerk in at it. */
export async function prepareStation(
  road: Pick<Road, 'accounts' | 'say'>,
  station: StationClient,
): Promise<void> {
  const { enrolled, operator } = await station.command('getStation', {});
  if (!enrolled) {
    await station.command('enrolStation', { name: 'Station 1', by: await credentials(road, 'supervisor') });
    road.say('station enrolled by the supervisor');
  }
  if (!operator) await signInClerk(road, station);
}

/** A run that ended a moment ago has used this half minute's code, and perhaps the next one's: then another is waited for. */
async function signInClerk(road: Pick<Road, 'accounts'>, station: StationClient, tries = 3): Promise<void> {
  try {
    await station.command('signIn', await credentials(road, 'clerk'));
  } catch (error) {
    if ((error as { code?: string }).code !== 'wrong-credentials' || tries === 1) throw error;
    await signInClerk(road, station, tries - 1);
  }
}

async function credentials(road: Pick<Road, 'accounts'>, username: string) {
  const { password, secondFactor } = road.accounts.find((known) => known.username === username)!;
  return { username, password, ...(secondFactor ? { code: await freshCode(username, secondFactor) } : {}) };
}

/** Why, face, ten fingers, two irises, "same person", seal; answers the hash that the receipt names. */
async function capture(road: Road, station: StationClient, visitId: string): Promise<string> {
  const { capture: opened } = await station.command('openCapture', { visitId });
  const { captureId } = opened;
  await station.command('recordNotice', { captureId, how: 'heard', textVersion: '1' });
  road.say('told why biometrics are taken (heard)');
  for (const target of ['face', 'right-four', 'left-four', 'two-thumbs', 'both-irises'] as const) {
    await station.command('capture', { captureId, target });
    road.say(`captured ${target}`);
  }
  const passportPhoto = (await demoPortrait(opened.applicationNo)).toString('base64');
  await station.command('addPicture', {
    captureId,
    of: 'passport-photo',
    picture: { mediaType: 'image/png', base64: passportPhoto },
  });
  await station.command('recordSamePerson', { captureId, judgement: 'same' });
  const { packetHash, counter } = await station.command('sealCapture', { captureId });
  road.say(`sealed, saved: packet ${packetHash.slice(0, 12)}…`);
  await until('receipt', async () => {
    await station.command('syncNow', {});
    const { packets } = await station.command('listQueue', {});
    const entry = packets.find((packet) => packet.counter === counter);
    if (entry?.state === 'refused') throw new Error(`the packet was refused: ${entry.reason}`);
    return !entry || entry.state === 'receipted' || undefined;
  });
  road.say('receipt verified at the station');
  return packetHash;
}
