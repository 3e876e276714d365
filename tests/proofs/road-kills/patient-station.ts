import type { CommandAsk, CommandName, CommandOutput } from '@permit/kiosk-client/kiosk-api.ts';
import { stationUrl } from '../../../tools/road/road.ts';
import { freshCode } from '../../../tools/road/sign-in-as.ts';
import { stationClient, StationRefusal } from '../../../tools/road/station-client.ts';
import { RoadBroken } from './pause.ts';
import type { RunningInstance } from './running-instance.ts';

const SESSION_LOST = ['not-signed-in', 'session-ended'];

/** True where the desk must sign in again before anything else. */
export function needsSignIn(error: unknown): boolean {
  if (!(error instanceof StationRefusal)) return false;
  return SESSION_LOST.includes(error.code) || SESSION_LOST.includes(error.detail);
}

/** The clerk at the station: one command at a time, signed in whenever the station has forgotten who is there. */
export class PatientStation {
  readonly #instance: RunningInstance;
  #mustSignIn = false;

  constructor(instance: RunningInstance) {
    this.#instance = instance;
  }

  async command<Name extends CommandName>(name: Name, input: CommandAsk<Name>): Promise<CommandOutput<Name>> {
    try {
      return await stationClient(stationUrl(this.#instance.dataDir)).command(name, input);
    } catch (error) {
      this.#mustSignIn ||= needsSignIn(error);
      throw error;
    }
  }

  /** Whoever stands at the desk signs in where nobody is; the code of a lost try is not used again. */
  async signIn(): Promise<void> {
    const { enrolled, operator } = await this.command('getStation', {});
    if (!enrolled) throw new RoadBroken('the station has lost its enrolment');
    if (operator && !this.#mustSignIn) return;
    const clerk = this.#instance.accounts().find(({ username }) => username === 'clerk');
    if (!clerk?.secondFactor) throw new RoadBroken('the demo has no clerk');
    const { username, password, secondFactor } = clerk;
    await this.command('signIn', { username, password, code: await freshCode(username, secondFactor) });
    this.#mustSignIn = false;
  }
}
