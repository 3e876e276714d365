import { expect, test } from '@jest/globals';
import { createApiClient } from './api-client.ts';
import { ApiProblem, problemSentence } from './api-problem.ts';
import { createUserActs } from './user-acts.ts';

interface Sent {
  readonly path: string;
  readonly headers: Record<string, string>;
}
type Answer = readonly [status: number, body: unknown] | 'no network';

const SESSION = { accessToken: 'second', who: { displayName: 'x' } };

/** An API that gives the next answer of a list. */
function anApi(answers: readonly Answer[]) {
  const sent: Sent[] = [];
  let signedOut = 0;
  const queue = [...answers];
  const client = createApiClient({
    fetch: async (path, init) => {
      sent.push({ path: String(path), headers: init?.headers as Record<string, string> });
      const answer = queue.shift();
      if (!answer || answer === 'no network') throw new TypeError('fetch failed');
      return new Response(JSON.stringify(answer[1]), { status: answer[0] });
    },
    lock: (work) => work(),
    onSignedOut: () => (signedOut += 1),
  });
  return { client, sent, signedOut: () => signedOut };
}

const ended: Answer = [401, { code: 'not-signed-in', requestId: 'r1' }];

test('a request whose token has ended is refreshed once and sent again with the same key', async () => {
  const { client, sent } = anApi([
    [200, { ...SESSION, accessToken: 'first' }],
    ended,
    [200, SESSION],
    [201, { applicationId: 'a', revision: 1 }],
  ]);
  await client.signIn({ username: 'malee', password: 'long enough' });
  await client.call('createDraft', { serviceCode: 'R59M' }, 'key-1');
  expect(sent.map(({ path }) => path)).toEqual([
    '/api/v1/session',
    '/api/v1/applications',
    '/api/v1/session/refresh',
    '/api/v1/applications',
  ]);
  expect(sent.filter(({ headers }) => headers['idempotency-key'] === 'key-1')).toHaveLength(2);
  expect(sent[3]?.headers['authorization']).toBe('Bearer second');
});

test('where the refresh is refused the person is signed out, and told so', async () => {
  const { client, signedOut } = anApi([[200, SESSION], ended, ended]);
  await client.signIn({ username: 'malee', password: 'long enough' });
  await expect(client.call('listApplications', {})).rejects.toMatchObject({ code: 'session-ended' });
  expect(signedOut()).toBe(1);
});

test('a lost network is no reason to sign anybody out', async () => {
  const { client, signedOut } = anApi([[200, SESSION], ended, 'no network']);
  await client.signIn({ username: 'malee', password: 'long enough' });
  await expect(client.call('listApplications', {})).rejects.toMatchObject({ code: 'unreachable' });
  expect(signedOut()).toBe(0);
});

test("a proxy's own page is told as unreachable, not as a broken screen", async () => {
  const { client } = anApi([[502, '<html>']]);
  await expect(client.call('listServices', {})).rejects.toMatchObject({ code: 'unreachable' });
});

test('a double click is one act: one request, one key', async () => {
  const acts = createUserActs();
  const keys: string[] = [];
  const file = () =>
    acts.run('file', async (key) => {
      keys.push(key);
      return key;
    });
  const [one, other] = await Promise.all([file(), file()]);
  expect(one).toBe(other);
  expect(keys).toHaveLength(1);
});

test('after a lost answer the same act keeps its key; after a refusal it is a new act', async () => {
  const acts = createUserActs();
  const keys: string[] = [];
  const failing = (code: 'unreachable' | 'refused') =>
    acts
      .run('file', (key) => {
        keys.push(key);
        return Promise.reject(new ApiProblem(code));
      })
      .catch(() => undefined);
  await failing('unreachable');
  await failing('refused');
  await failing('refused');
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

test('the finer code of a rule has its own sentence', () => {
  const plain = problemSentence(new ApiProblem('refused'), 'my');
  const finer = problemSentence(new ApiProblem('refused', { detailCode: 'service-not-offered' }), 'my');
  expect(finer).not.toBe(plain);
});

const wanted: Answer = [422, { code: 'acting-party-wanted', requestId: 'r2' }];

test('a party is named only where the server asks for it, and the request is the same one', async () => {
  const { client, sent } = anApi([wanted, wanted, [201, { applicationId: 'a', revision: 1 }]]);
  await expect(client.call('createDraft', { serviceCode: 'R59M' }, 'key-1')).rejects.toMatchObject({
    code: 'acting-party-wanted',
  });
  client.actFor('PartyOfTheirChoice0001');
  await client.call('createDraft', { serviceCode: 'R59M' }, 'key-1');
  expect(sent.map(({ headers }) => headers['acting-party'])).toEqual([
    undefined,
    undefined,
    'PartyOfTheirChoice0001',
  ]);
  expect(new Set(sent.map(({ headers }) => headers['idempotency-key']))).toEqual(new Set(['key-1']));
});

test('whoever refreshes a session learns who they are now', async () => {
  const seen: string[] = [];
  const client = createApiClient({
    fetch: async () => new Response(JSON.stringify(SESSION), { status: 200 }),
    lock: (work) => work(),
    onSignedOut: () => undefined,
    onWho: ({ displayName }) => void seen.push(displayName),
  });
  await client.resume();
  expect(seen).toEqual(['x']);
});
