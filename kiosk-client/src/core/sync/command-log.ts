import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import { NO_PREVIOUS_HASH } from '@permit/domain/contract/packet.ts';
import {
  commandLink,
  commandText,
  CommandVerdict,
  type StationCommand,
  verdictText,
} from '@permit/domain/contract/station-sync.ts';
import { newPublicId } from '../ids.ts';

/** A command with what became of it so far. */
export interface LoggedCommand {
  readonly command: StationCommand;
  readonly verdict?: CommandVerdict;
  /** What the ordinary operation answered when the command was delivered under an operator's session. */
  readonly delivered?: { readonly outcome: 'accepted' | 'refused'; readonly reason: string | undefined };
  /** A refusal stays on the screen until somebody has seen it. */
  readonly acknowledged: boolean;
}

type Recorded = Pick<StationCommand, 'name' | 'applicationId' | 'input' | 'actor' | 'recordedAt'> &
  Pick<StationCommand, 'contractVersion' | 'catalogueVersion'>;

/** The next command of a device: numbered, linked to the one before, signed. */
export function nextCommand(
  recorded: Recorded,
  device: { stationId: string; key: KeyObject },
  last: StationCommand | undefined,
): StationCommand {
  const unsigned = {
    ...recorded,
    commandId: newPublicId(),
    deviceId: device.stationId,
    counter: (last?.counter ?? 0) + 1,
    previousHash: last ? linkHash(last) : NO_PREVIOUS_HASH,
  };
  const signature = sign(null, Buffer.from(commandText(unsigned)), device.key).toString('base64');
  return { ...unsigned, signature };
}

function linkHash(command: StationCommand): string {
  return createHash('sha256').update(commandLink(command)).digest('hex');
}

/** True where every command is signed by the device, numbered without a hole and linked to the one before. */
export function chainHolds(commands: readonly StationCommand[], deviceKey: KeyObject): boolean {
  return commands.every((command, index) => {
    const before = commands[index - 1];
    const linked = command.previousHash === (before ? linkHash(before) : NO_PREVIOUS_HASH);
    const signature = Buffer.from(command.signature, 'base64');
    return (
      linked &&
      command.counter === index + 1 &&
      verify(null, Buffer.from(commandText(command)), deviceKey, signature)
    );
  });
}

/** What to send now, oldest first: everything that is not decided, or was put off until later. */
export function commandsToSend(log: readonly LoggedCommand[], limit = 50): readonly StationCommand[] {
  return log
    .filter(({ verdict, delivered }) => !delivered && (!verdict || verdict.verdict === 'later'))
    .map(({ command }) => command)
    .slice(0, limit);
}

/** Refusals that nobody has acknowledged. */
export function openRefusals(log: readonly LoggedCommand[]): readonly LoggedCommand[] {
  return log.filter(({ verdict, delivered, acknowledged }) => {
    return !acknowledged && (verdict?.verdict === 'refused' || delivered?.outcome === 'refused');
  });
}

/** The verdict when the server really signed it, undefined otherwise: then the command is sent again. */
export function checkedVerdict(
  answer: unknown,
  keys: ReadonlyMap<string, KeyObject>,
): CommandVerdict | undefined {
  const parsed = CommandVerdict.safeParse(answer);
  const key = parsed.success ? keys.get(parsed.data.keyId) : undefined;
  if (!parsed.success || !key) return undefined;
  const signature = Buffer.from(parsed.data.signature, 'base64');
  return verify(null, Buffer.from(verdictText(parsed.data)), key, signature) ? parsed.data : undefined;
}
