import { bulkRunJob } from '@permit/server/bulk/bulk-run-job.ts';
import { openPacketJob } from '@permit/server/captures/open-packet-job.ts';
import type { IntakePool } from '@permit/server/documents/intake/intake-pool.ts';
import { workOnce, type JobHandler } from '@permit/server/jobs/run-worker.ts';
import type { JobKind } from '@permit/server/jobs/job-kinds.ts';
import type { EnrolledIrises } from '@permit/server/matching/enrolled-irises.ts';
import { searchPersonJob } from '@permit/server/matching/search-person-job.ts';
import { issuePermitJob } from '@permit/server/permits/issue-permit-job.ts';
import type { RoadServer } from './road-server.ts';

/** Works off every due job by hand, in the order of the road; `enrolled` is a worker's gallery that lives on. */
export async function runJobs(road: RoadServer, enrolled?: EnrolledIrises): Promise<void> {
  const handlers: [JobKind, JobHandler][] = [
    ['open-packet', openPacketJob],
    ['search-person', searchPersonJob(enrolled)],
    ['issue-permit', issuePermitJob],
  ];
  for (const [kind, handler] of handlers) while (await workOnce(road.deps, kind, handler)) continue;
}

/** Works off every bulk act that is due. */
export async function runBulk(road: RoadServer, intake: IntakePool): Promise<void> {
  while (await workOnce(road.deps, 'bulk-run', bulkRunJob(intake))) continue;
}
