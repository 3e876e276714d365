import { ReaderError } from '@permit/biometrics/readers/reader-error.ts';
import { type CommandName, kioskApi } from '../kiosk-api.ts';
import type { KioskAnswer, KioskProblemCode } from '../kiosk-problems.ts';
import { handlers } from './commands/handlers.ts';
import type { KioskContext } from './kiosk-context.ts';
import { KioskProblem } from './kiosk-problem.ts';
import { ServerProblem } from './server/server-port.ts';
import { stationView } from './station-view.ts';

/** Faults that nobody foresaw: for the technician's log, never with a person's data. */
export type FaultLog = (fault: { readonly command: string; readonly error: unknown }) => void;

/**
 * The only door into the core: parses the input, calls the handler, turns everything thrown into a problem with a
 * code. Commands wait for one another unless they are in AT_ONCE.
 */
export function createDispatch(context: KioskContext, logFault: FaultLog) {
  let queue: Promise<unknown> = Promise.resolve();
  return async (name: string, input: unknown): Promise<KioskAnswer> => {
    if (!isCommand(name)) return problem('unknown-command', undefined);
    const parsed = kioskApi[name].input.safeParse(input);
    if (!parsed.success) return problem('invalid-input', parsed.error.issues[0]?.path.join('.'));
    const run = () =>
      answer(context, name, parsed.data).catch((error: unknown) => {
        endLostSession(context, error);
        return failed(error, name, logFault);
      });
    if (AT_ONCE.includes(name)) return run();
    const turn = queue.then(run);
    queue = turn;
    return turn;
  };
}

// A person at the reader must not hold up the clerk's desk; these merge their result into what stands then.
const AT_ONCE: readonly CommandName[] = [
  'getStation',
  'getCapture',
  'getFaces',
  'listQueue',
  'listVisits',
  'syncNow',
  'captureStatus',
  'capture',
  'stopCapture',
  'verifyPerson',
];

async function answer(context: KioskContext, name: CommandName, input: unknown): Promise<KioskAnswer> {
  // The table pairs each name with its own input; the compiler cannot follow that through a union.
  const handler = handlers[name] as (context: KioskContext, input: unknown) => Promise<unknown>;
  const output = await handler(context, input);
  return { ok: true, output: kioskApi[name].output.parse(output) };
}

const SESSION_LOST: readonly string[] = ['session-ended', 'not-signed-in'];

/** The operator's session is over on the server: the desk asks for a new sign-in; an open capture stays open. */
function endLostSession(context: KioskContext, error: unknown): void {
  if (!(error instanceof ServerProblem && SESSION_LOST.includes(error.code))) return;
  context.memory.operator = undefined;
  context.emit({ type: 'station', station: stationView(context) });
}

function isCommand(name: string): name is CommandName {
  return Object.hasOwn(kioskApi, name);
}

function failed(error: unknown, command: string, logFault: FaultLog): KioskAnswer {
  if (error instanceof KioskProblem) return problem(error.code, error.detail);
  if (error instanceof ReaderError) return problem(`reader-${error.problem}`, undefined);
  if (error instanceof ServerProblem) return problem(...serverProblem(error));
  logFault({ command, error });
  return problem(isStorageFault(error) ? 'storage-failed' : 'internal', undefined);
}

function serverProblem({ code, offline }: ServerProblem): [KioskProblemCode, string | undefined] {
  if (code === 'wrong-credentials' || code === 'second-factor-needed') return [code, undefined];
  if (SESSION_LOST.includes(code)) return ['not-signed-in', undefined];
  if (code === 'same-person') return ['same-person', undefined];
  return offline ? ['offline', code] : ['server-refused', code];
}

function isStorageFault(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? '';
  return ['ENOSPC', 'EIO', 'EROFS', 'EACCES', 'EDQUOT'].includes(code);
}

function problem(code: KioskProblemCode, detail: string | undefined): KioskAnswer {
  return { ok: false, problem: detail === undefined ? { code } : { code, detail } };
}
