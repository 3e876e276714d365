import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRoadServer, type RoadServer } from '../road/road-server.ts';
import { aSubmission, payAtBank } from '../road/road-steps.ts';

let road: RoadServer;
beforeAll(async () => {
  road = await startRoadServer();
}, 60_000);
afterAll(() => road.close());

test('a case that the assistant registrar sent back can be checked again by the one who checked it before', async () => {
  const { applicationId, bill } = await aSubmission(road);
  await payAtBank(road, bill!);
  const checker = await road.as('checker');
  await checker.call('checkDocuments', { applicationId, complete: true });
  await (
    await road.as('assistant')
  ).call('considerApplication', {
    applicationId,
    proposal: 'return',
    returned: [{ item: 'health', reason: 'expired' }],
  });
  const health = { hospital: 'โรงพยาบาลใหม่' };
  await (await road.as('employer')).call('answerRequest', { applicationId, fields: { health } });
  expect((await checker.call('reviewNext', {})).case?.applicationId).toBe(applicationId);
  expect(await checker.call('checkDocuments', { applicationId, complete: true })).toMatchObject({
    state: 'with-assistant-registrar',
  });
});
