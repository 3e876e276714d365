import type { CommandAsk, CommandName, CommandOutput } from '@permit/kiosk-client/kiosk-api.ts';

/** A command that the station refused, with the code that its screen would translate. */
export class StationRefusal extends Error {
  override readonly name = 'StationRefusal';
  readonly code: string;
  /** The server's own code where it refused, or empty. */
  readonly detail: string;
  constructor(command: string, code: string, detail = '') {
    super(`station ${command}: ${code} ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

/** The station's loopback host, as its own screens speak to it. */
export interface StationClient {
  command<Name extends CommandName>(name: Name, input: CommandAsk<Name>): Promise<CommandOutput<Name>>;
}

interface Answer {
  readonly ok: boolean;
  readonly output?: unknown;
  readonly value?: unknown;
  readonly problem?: { readonly code: string; readonly detail?: string };
}

/** `url` is the line of STATION_DIR/station.url: address and token. */
export function stationClient(url: string): StationClient {
  const { origin, hash } = new URL(url.trim());
  const token = new URLSearchParams(hash.slice(1)).get('token') ?? '';
  return {
    async command(name, input) {
      const response = await fetch(`${origin}/kiosk/command`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, origin },
        body: JSON.stringify({ name, input }),
        signal: AbortSignal.timeout(60_000),
      });
      if (!response.ok) throw new StationRefusal(name, `http-${response.status}`);
      const answer = (await response.json()) as Answer;
      if (!answer.ok)
        throw new StationRefusal(name, answer.problem?.code ?? 'unknown', answer.problem?.detail);
      return (answer.output ?? answer.value) as CommandOutput<typeof name>;
    },
  };
}
