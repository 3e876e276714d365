import { useState } from 'react';
import type { ApiClient, Output } from '../api/api-client.ts';
import type { ApiProblem } from '../api/api-problem.ts';
import { useApp } from '../app/app-context.tsx';
import { useAct } from '../app/use-act.ts';
import { readService, type Service } from '../filing/service.ts';

/** A case that is leased to the caller, with everything that its evidence needs. */
export interface TakenCase {
  readonly detail: Output<'getApplication'>;
  readonly findings: Output<'reviewNext'>['findings'];
  readonly leaseUntil: string | undefined;
  readonly service: Service;
}

async function takeNext(api: ApiClient): Promise<TakenCase | undefined> {
  const { case: row, findings, leaseUntil } = await api.call('reviewNext', {});
  if (!row) return undefined;
  const [detail, service] = await Promise.all([
    api.call('getApplication', { applicationId: row.applicationId }),
    readService(api, row.serviceCode),
  ]);
  return { detail, findings, leaseUntil, service };
}

export interface Taking {
  readonly current: TakenCase | undefined;
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  next(): Promise<void>;
  leave(): void;
}

/** Takes the next case of the lane; none left ends in the list. */
export function useTakenCase(): Taking {
  const { api } = useApp();
  const act = useAct();
  const [current, setCurrent] = useState<TakenCase>();
  return {
    current,
    busy: act.busy,
    problem: act.problem,
    next: async () => setCurrent(await act.run('take', () => takeNext(api))),
    leave: () => setCurrent(undefined),
  };
}
