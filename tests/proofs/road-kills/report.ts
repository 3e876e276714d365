import type { KillRow, RoadResult } from './walk-once.ts';

const seconds = (value: number) => value.toFixed(1);

/** One line a kill: when, what, where the walker was, and what came of the road. */
function lines(road: RoadResult): readonly string[] {
  const came = road.completed ? `card in the hand after ${seconds(road.seconds)} s` : 'DID NOT COMPLETE';
  const faults = Object.values(road.verdict).flat();
  const told = [came, ...road.notes, ...faults.map((fault) => `BROKEN: ${fault}`)].join('; ');
  const line = ({ kill, atSeconds, during, upAfterSeconds }: KillRow) =>
    `| ${seconds(atSeconds)} | ${kill.victim} | ${kill.moment ? `card ${kill.moment}; ` : ''}${during} | ${seconds(upAfterSeconds)} | ${told} |`;
  return road.kills.length > 0 ? road.kills.map(line) : [`| - | - | - | - | ${told} |`];
}

export interface Told {
  readonly seed: number;
  readonly perRoad: number;
  readonly typicalSeconds: number;
  readonly roads: readonly RoadResult[];
}

/** The page of docs/proofs. */
export function reportOf({ seed, perRoad, typicalSeconds, roads }: Told): string {
  const blows = roads.flatMap((road) => road.kills);
  const kills = blows.length;
  const aimed = blows.filter(({ kill }) => kill.moment).length;
  const late = blows.filter(({ during }) => during === 'done already').length;
  const doubted = roads.filter(({ notes }) => notes.some((note) => note.includes('hopper'))).length;
  return `A real instance (\`node tools/start.mjs\` in a folder of its own) and one worker's whole road through it, again and
again: file, pay, check, consider, grant, pay, ticket, check-in, notice, face, ten fingers, two irises, sealed packet,
receipt, 1:N search, print, 1:1, card in the hand. On each road ${perRoad === 1 ? 'one process is' : `${perRoad} processes are`} ended with SIGKILL, the
victims in turn; the instants are spread over a road's usual length (an undisturbed one
measures it first, then the shortest whole one so far, ${seconds(typicalSeconds)} s at the end; one instant in each equal
stretch, shuffled). Then ${aimed} blows are aimed at the printing itself: the proof watches the print host's folder and
strikes within milliseconds of the moment named. Seed ${seed}, ${kills} blows. On one road Redis is
wiped with FLUSHALL. The launcher is started again by the proof; everything else is started again by the launcher.

The walker behaves as people do: asks again after a lost connection with the same Idempotency-Key, looks at the case
before repeating an act that has none, signs in again, captures again where the station forgot an open capture, and,
as the clerk, looks into the folder printer's hopper where a print order is \`unknown\`. Nothing else is mended by hand.

After each road: exactly one card in the printer's own log that is not spoiled and it is the one handed over, one
permit, one submission, one recorded payment a bill and none set aside, no blank left reserved, a balanced stock, an audit
chain that holds.

| s on the road | ended | the walker was | up again after s | the road |
|---|---|---|---|---|
${roads.flatMap(lines).join('\n')}

## What this does not show

Of the ${kills} blows ${late} fell when the card was already in the hand. On ${doubted} roads a print order came into doubt and
somebody looked into the hopper.

Seconds are those of one busy machine and no measure of speed. SIGKILL ends a process, not the machine: what the
disk would lose in a power cut is another proof's matter. A printer of plastic has states between card and log that
a folder has not.`;
}
