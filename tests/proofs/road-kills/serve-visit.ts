import type { CommandOutput } from '@permit/kiosk-client/kiosk-api.ts';
import { demoPortrait } from '../../../tools/road/demo-papers.ts';
import { StationRefusal } from '../../../tools/road/station-client.ts';
import { healPrinting } from './heal-printing.ts';
import { pause, RoadBroken } from './pause.ts';
import { passes } from './patient-people.ts';
import { PatientStation } from './patient-station.ts';
import type { Filed, Walk } from './walk-through-offices.ts';

/** A desk that is refused the same way so often will not get on by itself. */
const MOST_REFUSALS = 60;
type Capture = NonNullable<CommandOutput<'getCapture'>['capture']>;
type Visit = CommandOutput<'listVisits'>['visits'][number];

/** The visit from ticket to hand-over. Each turn looks at how things stand and does what is missing. */
export async function serveVisit(walk: Walk, filed: Filed): Promise<void> {
  const station = new PatientStation(walk.instance);
  let refusals = 0;
  while (Date.now() < walk.deadline) {
    try {
      await serveOnce(walk, station, filed);
      return;
    } catch (error) {
      if (!passes(error) && !(error instanceof StationRefusal)) throw error;
      refusals = error instanceof StationRefusal && error.code !== 'offline' ? refusals + 1 : 0;
      if (error instanceof StationRefusal) walk.note(`${error.message.trim()}`);
      if (refusals > MOST_REFUSALS) throw new RoadBroken(`the station refuses: ${String(error)}`);
      await pause(500);
    }
  }
  throw new RoadBroken('the visit did not come to its end in time');
}

async function serveOnce(walk: Walk, station: PatientStation, filed: Filed): Promise<void> {
  const { applicationId } = filed;
  const { state } = await walk.people.ask('employer', 'getApplication', { applicationId });
  if (state === 'completed') return;
  await station.signIn();
  const visit = await arrive(walk, station, filed);
  if (!(await isSealed(station, visit.visitId))) await captureAll(walk, station, visit);
  await untilReceipted(walk, station, visit.visitId);
  await untilCardReady(walk, station, filed, visit.visitId);
  walk.step('verifying 1:1');
  const verified = await station.command('verifyPerson', { visitId: visit.visitId, target: 'both-irises' });
  if (!verified.verificationId) throw new StationRefusal('verifyPerson', 'not-verified', verified.reason);
  walk.step('handing over');
  const { visitId } = visit;
  const { verificationId } = verified;
  await station.command('handOverCard', { by: 'one-to-one', visitId, verificationId });
}

/** Ticket, call and check-in, whichever of them is still to be done. */
async function arrive(walk: Walk, station: PatientStation, { applicationNo }: Filed): Promise<Visit> {
  walk.step('arriving');
  const find = async () => {
    const { visits } = await station.command('listVisits', {});
    return visits.find((visit) => visit.applicationNo === applicationNo);
  };
  if (!(await find())) await station.command('takeTicket', { applicationNo });
  const visit = await find();
  if (!visit) throw new StationRefusal('listVisits', 'no-such-visit');
  if (visit.state !== 'ticketed') return visit;
  if (!visit.counter) await station.command('callNext', { counter: '1' });
  const { outcome } = await station.command('checkIn', { visitId: visit.visitId, paperSeen: 'passport' });
  if (outcome === 'recorded') walk.note('checked in without a network');
  return visit;
}

async function isSealed(station: PatientStation, visitId: string): Promise<boolean> {
  const { packets } = await station.command('listQueue', {});
  return packets.some((packet) => packet.visitId === visitId);
}

/** Goes on with an open capture of this visit, or begins again where the station forgot it. */
async function captureAll(walk: Walk, station: PatientStation, { visitId }: Visit): Promise<void> {
  const { capture: before } = await station.command('getCapture', {});
  if (before && before.visitId !== visitId)
    await station.command('abandonCapture', { captureId: before.captureId });
  let { capture } = await station.command('openCapture', { visitId });
  for (let tries = 0; tries < 40; tries += 1) {
    walk.step(`capturing (${capture.step})`);
    if (capture.step === 'review') {
      await station.command('sealCapture', { captureId: capture.captureId });
      return;
    }
    capture = await nextStep(station, capture);
  }
  throw new RoadBroken('the capture never became complete');
}

async function nextStep(station: PatientStation, capture: Capture): Promise<Capture> {
  const { captureId, step } = capture;
  if (step === 'notice')
    return (await station.command('recordNotice', { captureId, how: 'heard', textVersion: '1' })).capture;
  if (step === 'same-person') {
    const base64 = (await demoPortrait(capture.applicationNo)).toString('base64');
    const picture = { mediaType: 'image/png', base64 } as const;
    await station.command('addPicture', { captureId, of: 'passport-photo', picture });
    return (await station.command('recordSamePerson', { captureId, judgement: 'same' })).capture;
  }
  const target = step === 'portrait' ? 'face' : (step as Exclude<typeof step, 'portrait' | 'review'>);
  return (await station.command('capture', { captureId, target })).capture;
}

async function untilReceipted(walk: Walk, station: PatientStation, visitId: string): Promise<void> {
  walk.step('sending the packet');
  while (Date.now() < walk.deadline) {
    const { packets } = await station.command('listQueue', {});
    const mine = packets.filter((packet) => packet.visitId === visitId);
    const refused = mine.find(({ state }) => state === 'refused');
    if (refused) throw new RoadBroken(`the packet was refused: ${refused.reason}`);
    if (mine.length > 0 && mine.every(({ state }) => state === 'receipted')) return;
    await station.command('syncNow', {});
    // Syncing says only that it could not; the desk finds out whose session has ended.
    await station.command('listVisits', {});
    await station.signIn();
    await pause(250);
  }
}

async function untilCardReady(
  walk: Walk,
  station: PatientStation,
  { applicationId }: Filed,
  visitId: string,
): Promise<void> {
  while (Date.now() < walk.deadline) {
    const status = await station.command('captureStatus', { visitId });
    walk.step(`waiting (capture ${status.state}, card ${status.card})`);
    if (status.state === 'held' || status.state === 'rejected')
      throw new RoadBroken(`the capture is ${status.state}: ${status.reason}`);
    if (status.card === 'ready' || status.card === 'handed-over') return;
    await healPrinting(walk, applicationId);
    await pause(250);
  }
}
