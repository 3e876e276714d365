import type { Anchor } from './audit/anchor.ts';
import { sealAudit } from './audit/seal-audit.ts';
import { bankQuery } from './bank/query-bank.ts';
import { queueReconciliation, reconcileDayJob } from './bank/reconcile-job.ts';
import { actOnClocks } from './clocks/act-on-clocks.ts';
import { refreshStepFigures } from './clocks/refresh-step-figures.ts';
import { bulkRunJob } from './bulk/bulk-run-job.ts';
import { importPermitsJob } from './old-permits/import-permits-job.ts';
import { forgetNotes } from './bulk/forget-notes.ts';
import { openPacketJob } from './captures/open-packet-job.ts';
import type { Deps } from './deps.ts';
import { drawOldPapers } from './documents/draw-old-papers.ts';
import { drawPaperJob } from './documents/draw-paper-job.ts';
import { createIntakePool } from './documents/intake/intake-pool.ts';
import { runWorker } from './jobs/run-worker.ts';
import { searchPersonJob } from './matching/search-person-job.ts';
import { addressMessageJob } from './messages/address-message-job.ts';
import { openDueDelegations } from './delegations/delegations.ts';
import { deliverMessageJob } from './messages/deliver-message-job.ts';
import { remindOfBills } from './messages/remind-of-bills.ts';
import { remindOfLastDays } from './messages/remind-of-last-days.ts';
import { openMessagePorts } from './messages/open-message-ports.ts';
import { createPaperPress } from './papers/paper-press.ts';
import { prepareBundleJob } from './papers/prepare-bundle-job.ts';
import { issuePermitJob } from './permits/issue-permit-job.ts';
import { dependencyProbes } from './outages/probes.ts';
import { watchDependencies } from './outages/watch-dependencies.ts';
import { sweepStagedBlobs } from './blobs/sweep-staged-blobs.ts';
import { settleEndedLeases } from './print-orders/settle-ended-leases.ts';
import { dropStaleUploads } from './uploads/drop-stale-uploads.ts';

const SEAL_EVERY_MS = 1_000;
const REMIND_EVERY_MS = 60_000;
const OPEN_DELEGATIONS_EVERY_MS = 30_000;
const SETTLE_EVERY_MS = 2_000;
const TIDY_EVERY_MS = 60_000;
const ASK_BANK_EVERY_MS = 30_000;
const QUEUE_DAYS_EVERY_MS = 60_000;
const WATCH_EVERY_MS = 10_000;
const CLOCKS_EVERY_MS = 10_000;
const FIGURES_EVERY_MS = 300_000;

/** Starts everything that works in the background; answers how to stop it. */
export async function startWorkers(deps: Deps, anchor: Anchor): Promise<() => Promise<void>> {
  const ports = openMessagePorts(deps.config);
  const intake = createIntakePool({ scanner: deps.scanner });
  const press = createPaperPress();
  const stops = [
    repeat(deps, 'seal-audit', SEAL_EVERY_MS, () => sealAudit(deps, anchor)),
    repeat(deps, 'remind-of-bills', REMIND_EVERY_MS, () => remindOfBills(deps)),
    repeat(deps, 'remind-of-last-days', REMIND_EVERY_MS, () => remindOfLastDays(deps)),
    repeat(deps, 'open-delegations', OPEN_DELEGATIONS_EVERY_MS, () => openDueDelegations(deps)),
    repeat(deps, 'settle-prints', SETTLE_EVERY_MS, () => settleEndedLeases(deps)),
    repeat(deps, 'ask-bank', ASK_BANK_EVERY_MS, bankQuery(deps)),
    repeat(deps, 'queue-reconciliation', QUEUE_DAYS_EVERY_MS, () => queueReconciliation(deps)),
    await runWorker(deps, 'reconcile-day', reconcileDayJob),
    repeat(deps, 'watch-dependencies', WATCH_EVERY_MS, watchDependencies(deps, dependencyProbes(deps))),
    repeat(deps, 'clocks', CLOCKS_EVERY_MS, () => actOnClocks(deps)),
    repeat(deps, 'step-figures', FIGURES_EVERY_MS, () => refreshStepFigures(deps)),
    await runWorker(deps, 'prepare-bundle', prepareBundleJob(press)),
    await runWorker(deps, 'open-packet', openPacketJob),
    await runWorker(deps, 'search-person', searchPersonJob()),
    await runWorker(deps, 'issue-permit', issuePermitJob),
    repeat(deps, 'drop-stale-uploads', TIDY_EVERY_MS, () => dropStaleUploads(deps)),
    repeat(deps, 'sweep-staged-blobs', TIDY_EVERY_MS, () => sweepStagedBlobs(deps)),
    repeat(deps, 'draw-old-papers', TIDY_EVERY_MS, () => drawOldPapers(deps)),
    await runWorker(deps, 'draw-paper', drawPaperJob(intake)),
    repeat(deps, 'forget-notes', TIDY_EVERY_MS, () => forgetNotes(deps)),
    await runWorker(deps, 'bulk-run', bulkRunJob(intake)),
    await runWorker(deps, 'import-permits', importPermitsJob()),
    await runWorker(deps, 'address-message', addressMessageJob),
    await runWorker(deps, 'deliver-message', deliverMessageJob(ports)),
  ];
  return async () => {
    for (const stop of stops) await stop();
    intake.close();
    ports.close();
    press.close();
  };
}

/** Repeats a harmless act for ever; a fault is logged and tried again at the next turn. */
function repeat(deps: Deps, name: string, everyMs: number, act: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = act()
      .catch((err: Error) =>
        deps.log.warn({ err: err.message, act: name }, 'background act failed; it will be tried again'),
      )
      .finally(() => (busy = false));
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
