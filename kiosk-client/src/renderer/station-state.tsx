import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { CommandAsk, CommandName, CommandOutput, KioskEvent } from '../kiosk-api.ts';
import type { KioskAnswer } from '../kiosk-problems.ts';
import type { CaptureView, StationView } from '../kiosk-views.ts';
import type { KioskTransport } from './transports/kiosk-transport.ts';

export type Preview = Extract<KioskEvent, { type: 'preview' }>;
export type Problem = Extract<KioskAnswer, { ok: false }>['problem'];

export interface StationState {
  readonly station: StationView | undefined;
  readonly capture: CaptureView | undefined;
  readonly preview: Preview | undefined;
  /** Rises when the day's list or the queue may have changed. */
  readonly changes: number;
  readonly problem: Problem | undefined;
  readonly busy: CommandName | undefined;
  /** The output, or undefined after a problem, which is then shown. */
  ask<Name extends CommandName>(
    name: Name,
    input: CommandAsk<Name>,
  ): Promise<CommandOutput<Name> | undefined>;
  dismissProblem(): void;
}

const Context = createContext<StationState | undefined>(undefined);

/** What every screen knows of the station, kept fresh by events. */
export function useStation(): StationState {
  const state = useContext(Context);
  if (!state) throw new Error('outside of StationProvider');
  return state;
}

export function StationProvider({ transport, children }: { transport: KioskTransport; children: ReactNode }) {
  const [station, setStation] = useState<StationView>();
  const [capture, setCapture] = useState<CaptureView>();
  const [preview, setPreview] = useState<Preview>();
  const [changes, setChanges] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState<CommandName>();

  const ask = useCallback(
    async <Name extends CommandName>(name: Name, input: CommandAsk<Name>) => {
      setBusy(name);
      const answer = await transport.ask(name, input);
      setBusy(undefined);
      setProblem(answer.ok ? undefined : answer.problem);
      if (!answer.ok) return undefined;
      const output = answer.output as CommandOutput<Name>;
      // Commands that answer the station's own state need no second question.
      if (isStationView(output)) setStation(output);
      return output;
    },
    [transport],
  );

  useEffect(() => {
    void transport.ask('getStation', {}).then((answer) => {
      if (answer.ok) setStation(answer.output as StationView);
    });
    void transport.ask('getCapture', {}).then((answer) => {
      if (answer.ok) setCapture((answer.output as { capture?: CaptureView }).capture);
    });
    return transport.listen((event) => {
      if (event.type === 'station') setStation(event.station);
      else if (event.type === 'preview') setPreview(event);
      else if (event.type === 'capture') {
        setCapture(event.capture ?? undefined);
        setPreview(undefined);
      } else setChanges((count) => count + 1);
    });
  }, [transport]);

  const value = useMemo(
    () => ({
      ...{ station, capture, preview, changes, problem, busy, ask },
      dismissProblem: () => setProblem(undefined),
    }),
    [station, capture, preview, changes, problem, busy, ask],
  );
  return <Context value={value}>{children}</Context>;
}

function isStationView(output: unknown): output is StationView {
  return typeof output === 'object' && output !== null && 'enrolled' in output && 'leaseLeftMs' in output;
}
