import { expect, test } from '@jest/globals';
import { KioskEvent } from '../kiosk-api.ts';
import { NOTICE_VERSION } from '../renderer/texts/notice-version.ts';
import { FaultyFileSystem } from './testing/faulty-file-system.ts';
import { aKiosk, captureAll, CLERK, readyKiosk } from './testing/a-kiosk.ts';

test('the whole road of a capture: told, taken, compared, sealed, sent, receipted', async () => {
  const station = await readyKiosk();
  const { ask, kiosk, server } = station;
  const captureId = await captureAll(station);
  const { capture } = await ask('getCapture', {});
  expect(capture).toMatchObject({
    step: 'review',
    canSeal: true,
    missing: [],
    language: 'my',
    notice: 'heard',
  });
  const sealed = await ask('sealCapture', { captureId });
  expect(sealed).toMatchObject({ counter: 1, copies: 1 });
  expect((await ask('listQueue', {})).packets).toMatchObject([{ counter: 1, state: 'waiting' }]);
  await kiosk.tick();
  expect((await ask('listQueue', {})).packets).toMatchObject([{ counter: 1, state: 'receipted' }]);
  expect([...server.packets.keys()]).toEqual([sealed.packetHash]);
  expect(station.faults).toEqual([]);
});

test('the steps come one at a time and nothing is taken before the worker was told', async () => {
  const { ask, codeOf, server } = await readyKiosk();
  const { capture } = await ask('openCapture', { visitId: server.visitId });
  const { captureId } = capture;
  expect(capture.step).toBe('notice');
  expect(await codeOf('capture', { captureId, target: 'face' })).toBe('notice-first');
  const steps: string[] = [];
  await ask('recordNotice', { captureId, how: 'read', textVersion: '1' });
  for (const target of ['face', 'right-four', 'left-four', 'two-thumbs', 'both-irises'] as const) {
    const { capture: before } = await ask('getCapture', {});
    steps.push(before!.step);
    await ask('capture', { captureId, target });
  }
  expect(steps).toEqual(['portrait', 'right-four', 'left-four', 'two-thumbs', 'both-irises']);
  expect((await ask('getCapture', {})).capture!.step).toBe('same-person');
  expect(await codeOf('sealCapture', { captureId })).toBe('capture-incomplete');
});

test('a poor finger is asked for again, the best of three is kept, and an exception replaces it', async () => {
  const { ask, readers, server } = await readyKiosk();
  const { captureId } = (await ask('openCapture', { visitId: server.visitId })).capture;
  await ask('recordNotice', { captureId, how: 'read', textVersion: '1' });
  const ring = async () =>
    (await ask('getCapture', {})).capture!.positions.find(({ position }) => position === 'right-ring');
  await ask('capture', { captureId, target: 'face' });
  for (const quality of [20, 30, 10]) {
    readers.quality.set('right-ring', quality);
    await ask('capture', { captureId, target: 'right-four' });
  }
  expect(await ring()).toMatchObject({ state: 'poor', quality: 30, attempts: 3 });
  expect((await ask('getCapture', {})).capture!.step).toBe('left-four');
  await ask('proposeException', { captureId, position: 'right-ring', reason: 'bandaged' });
  expect(await ring()).toMatchObject({ state: 'exception', exceptionReason: 'bandaged' });
  await ask('withdrawException', { captureId, position: 'right-ring' });
  expect(await ring()).toMatchObject({ state: 'todo' });
});

test('another face after the judgement must be judged again, and different faces are not sealed', async () => {
  const station = await readyKiosk();
  const { ask, codeOf } = station;
  const captureId = await captureAll(station);
  await ask('capture', { captureId, target: 'face' });
  expect((await ask('getCapture', {})).capture!.step).toBe('same-person');
  await ask('recordSamePerson', { captureId, judgement: 'different' });
  expect(await codeOf('sealCapture', { captureId })).toBe('faces-differ');
});

test('previews come as events that the seam can read, and a stop ends the reader', async () => {
  const { ask, codeOf, events, kiosk, readers, server } = await readyKiosk();
  const { captureId } = (await ask('openCapture', { visitId: server.visitId })).capture;
  await ask('recordNotice', { captureId, how: 'read', textVersion: '1' });
  readers.hang = true;
  const stopped = codeOf('capture', { captureId, target: 'right-four' });
  await new Promise((resolve) => setTimeout(resolve, 60));
  await kiosk.dispatch('stopCapture', { captureId });
  expect(await stopped).toBe('reader-aborted');
  expect(events.filter(({ type }) => type === 'preview').length).toBeGreaterThan(0);
  for (const event of events)
    expect(KioskEvent.safeParse(JSON.parse(JSON.stringify(event))).success).toBe(true);
});

test('a reader that fails is a problem with advice, not the end of the session', async () => {
  const { ask, codeOf, readers, server } = await readyKiosk();
  const { captureId } = (await ask('openCapture', { visitId: server.visitId })).capture;
  await ask('recordNotice', { captureId, how: 'read', textVersion: '1' });
  readers.nextProblem = 'removed';
  expect(await codeOf('capture', { captureId, target: 'face' })).toBe('reader-removed');
  expect(await codeOf('capture', { captureId, target: 'face' })).toBe('ok');
});

test('a whole day without a network: sign in, check in, capture, hand over on papers; then all of it arrives', async () => {
  const station = await readyKiosk();
  await station.ask('signOut', {});
  await station.ask('signIn', { ...CLERK, username: 'clerk.two' });
  station.server.away = true;
  const again = await station.restarted();
  expect(await again.codeOf('signIn', { ...CLERK, password: 'wrong' })).toBe('wrong-credentials');
  expect(await again.codeOf('signIn', { ...CLERK, username: 'stranger' })).toBe('never-signed-in-here');
  await again.ask('signIn', CLERK);
  const { visitId } = again.server;
  expect(await again.ask('checkIn', { visitId, paperSeen: 'passport' })).toEqual({ outcome: 'recorded' });
  await again.ask('sealCapture', { captureId: await captureAll(again) });
  const papers = { by: 'papers-and-second-person', visitId } as const;
  expect(await again.codeOf('handOverCard', { ...papers, secondPersonUsername: CLERK.username })).toBe(
    'same-person',
  );
  const second = { secondPersonUsername: 'clerk.two', secondPersonPassword: 'correct horse' };
  expect(await again.ask('handOverCard', { ...papers, ...second })).toEqual({ outcome: 'recorded' });
  await again.kiosk.tick();
  expect((await again.ask('getStation', {})).waitingPackets).toBe(1);
  again.server.away = false;
  await again.kiosk.tick();
  expect(await again.ask('getStation', {})).toMatchObject({ waitingPackets: 0, waitingCommands: 1 });
  const order = again.server.calls
    .map(([id]) => id)
    .filter((id) => id === 'checkIn' || id === 'uploadPacket');
  expect(order).toEqual(['checkIn', 'checkIn', 'uploadPacket']);
});

test('a check-in that the server refuses stays on the screen until somebody has seen it', async () => {
  const station = await readyKiosk();
  station.server.away = true;
  const { visitId } = station.server;
  await station.ask('checkIn', { visitId, paperSeen: 'passport' });
  station.server.away = false;
  station.server.refuse.set('checkIn', 'not-found');
  await station.kiosk.tick();
  const { refusedCommands } = await station.ask('listQueue', {});
  expect(refusedCommands).toMatchObject([{ name: 'checkIn', reason: 'not-found' }]);
  await station.ask('acknowledgeRefusal', { commandId: refusedCommands[0]!.commandId });
  const again = await station.restarted();
  expect((await again.ask('listQueue', {})).refusedCommands).toEqual([]);
});

test('a folder put back from an old copy goes on after the last packet that the server knows', async () => {
  const station = await readyKiosk();
  const disk = station.fs as FaultyFileSystem;
  const copy = new Map<string, Buffer>();
  for (const name of ['journal', 'day']) copy.set(`disk/${name}`, (await disk.read(`disk/${name}`))!);
  await station.ask('sealCapture', { captureId: await captureAll(station) });
  await station.kiosk.tick();
  const restored = await station.restarted(new FaultyFileSystem(copy));
  await restored.ask('signIn', CLERK);
  await restored.ask('checkIn', { visitId: station.server.visitId, paperSeen: 'passport' });
  expect(await restored.ask('sealCapture', { captureId: await captureAll(restored) })).toMatchObject({
    counter: 2,
  });
});

test('an answer that was lost is asked for again, and the packet is not sent twice', async () => {
  const station = await readyKiosk();
  await station.ask('sealCapture', { captureId: await captureAll(station) });
  station.server.loseNextAnswer = true;
  await station.kiosk.tick();
  expect((await station.ask('getStation', {})).waitingPackets).toBe(1);
  await station.kiosk.tick();
  expect((await station.ask('getStation', {})).waitingPackets).toBe(0);
  expect(station.server.calls.filter(([id]) => id === 'uploadPacket')).toHaveLength(1);
});

test('a refused packet stays with its reason; packets sealed after a restart go on in the chain', async () => {
  const station = await readyKiosk();
  station.server.refuse.set('uploadPacket', 'packet-refused');
  await station.ask('sealCapture', { captureId: await captureAll(station) });
  await station.kiosk.tick();
  expect((await station.ask('listQueue', {})).packets).toMatchObject([
    { state: 'refused', reason: 'packet-refused' },
  ]);
  const again = await station.restarted();
  await again.ask('signIn', CLERK);
  expect(await again.ask('sealCapture', { captureId: await captureAll(again) })).toMatchObject({
    counter: 2,
  });
});

test('when the lease has ended names are gone and cards stay, but a capture is still sealed', async () => {
  const station = await readyKiosk();
  const captureId = await captureAll(station);
  station.server.away = true;
  station.time.running = 13 * 3_600_000;
  await station.kiosk.tick();
  const { visitId } = station.server;
  expect(await station.codeOf('listVisits', {})).toBe('lease-ended');
  expect(await station.codeOf('verifyPerson', { visitId, target: 'both-irises' })).toBe('lease-ended');
  expect(await station.codeOf('sealCapture', { captureId })).toBe('ok');
});

test('hand-over by 1:1: the server verifies, the card is handed over', async () => {
  const { ask, server } = await readyKiosk();
  const { visitId } = server;
  const { verified, verificationId } = await ask('verifyPerson', { visitId, target: 'both-irises' });
  expect(verified).toBe(true);
  const handed = await ask('handOverCard', { by: 'one-to-one', visitId, verificationId: verificationId! });
  expect(handed).toEqual({ outcome: 'done', permitNo: 'P1', cardSerial: 'C1' });
});

test('a scanned card goes to its ticket, another onto the shelf, and a code finds its visit', async () => {
  const { ask, codeOf, server } = await readyKiosk();
  const { cards } = await ask('scanCards', { serials: ['WPC-000001', 'WPC-000009'], shelf: 'B 2' });
  expect(cards).toEqual([
    { serial: 'WPC-000001', goes: 'ticket', ticketNo: 'A001', visitId: server.visitId },
    { serial: 'WPC-000009', goes: 'shelf', shelf: 'B 2' },
  ]);
  expect((await ask('findVisit', { qr: 'NCFOXN%TSMAHN' })).visitId).toBe(server.visitId);
  expect(await codeOf('scanCards', { serials: ['no serial!'] })).not.toBe('ok');
});

test('a session that ended asks for a new sign-in, and the open capture goes on after it', async () => {
  const station = await readyKiosk();
  const captureId = await captureAll(station);
  station.server.refuse.set('takeTicket', 'session-ended');
  expect(await station.codeOf('takeTicket', { applicationNo: '12345678901234' })).toBe('not-signed-in');
  expect((await station.ask('getStation', {})).operator).toBeUndefined();
  expect(await station.codeOf('sealCapture', { captureId })).toBe('not-signed-in');
  await station.ask('signIn', CLERK);
  expect(await station.codeOf('sealCapture', { captureId })).toBe('ok');
});

test('production records no notice whose wording nobody has signed for', async () => {
  const { ask, codeOf, server } = await readyKiosk({ mode: 'production' });
  const { captureId } = (await ask('openCapture', { visitId: server.visitId })).capture;
  const told = { captureId, how: 'read', textVersion: NOTICE_VERSION } as const;
  expect(await codeOf('recordNotice', told)).toBe('notice-not-approved');
});

test('whatever is sent over the seam is answered with a code', async () => {
  const { kiosk, faults } = await aKiosk();
  for (const [name, input] of [
    ['constructor', {}],
    ['nothing', undefined],
    ['signIn', 'text'],
    ['signIn', { username: 'clerk.one', password: 'x' }],
    ['openCapture', { visitId: '../../etc' }],
  ] as const) {
    expect(await kiosk.dispatch(name, input)).toMatchObject({
      ok: false,
      problem: { code: expect.any(String) },
    });
  }
  expect(faults).toEqual([]);
});

test('the day fetched by two at once is written by one after the other', async () => {
  const { ask, faults } = await readyKiosk();
  await Promise.all([ask('syncNow', {}), ask('listVisits', {}), ask('syncNow', {}), ask('listVisits', {})]);
  expect(faults).toEqual([]);
});
