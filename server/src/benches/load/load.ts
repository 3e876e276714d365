import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order, Report } from './load-main.ts';

/** The process that sends requests. */
export interface Load {
  readonly pid: number | undefined;
  /** Throws where an answer had another status than expected. */
  send(order: Order, expected?: readonly number[]): Promise<Report>;
  stop(): void;
}

export function startLoad(): Load {
  const child = fork(fileURLToPath(new URL('load-main.ts', import.meta.url)));
  return {
    pid: child.pid,
    async send(order, expected = [200, 201]) {
      const report = await new Promise<Report>((resolve, reject) => {
        const ended = (code: number | null) => reject(new Error(`the load ended with ${code}`));
        child.once('exit', ended);
        child.once('message', (message) => {
          child.off('exit', ended);
          resolve(message as Report);
        });
        child.send(order);
      });
      const others = Object.keys(report.statuses).filter((status) => !expected.includes(Number(status)));
      if (others.length > 0) throw new Error(`answers: ${JSON.stringify(report.statuses)}`);
      return report;
    },
    stop: () => void child.kill(),
  };
}

/** The value below which a share of all lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
