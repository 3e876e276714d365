import type { StationCommand } from '@permit/domain/contract/station-sync.ts';
import { type KioskContext, requireEnrolment, stationTime } from '../kiosk-context.ts';
import { importKey } from '../operator-key.ts';
import { nextCommand } from './command-log.ts';

/** Writes a command into the signed log; resolves when it is durable. */
export async function recordCommand(
  context: KioskContext,
  told: Pick<StationCommand, 'name' | 'applicationId' | 'input' | 'actor'>,
): Promise<StationCommand> {
  const { stationId, deviceKey } = requireEnrolment(context);
  const { contractVersion, catalogueVersion } = context.config;
  const recorded = { ...told, recordedAt: stationTime(context), contractVersion, catalogueVersion };
  const device = { stationId, key: importKey(Buffer.from(deviceKey, 'base64')) };
  const last = context.store.state().commands.at(-1)?.command;
  const command = nextCommand(recorded, device, last);
  await context.store.record({ type: 'command-recorded', command });
  return command;
}
