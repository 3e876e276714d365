import { attentionApi } from '@permit/domain/contract/attention-api.ts';
import type { Registrar } from '../http/route.ts';
import { listAttention } from './list-attention.ts';
import { retryJob } from './retry-job.ts';

/** What waits beyond its time, and the acts that set it going again. */
export function registerAttentionRoutes({ route }: Registrar): void {
  route(attentionApi.listAttention, listAttention);
  route(attentionApi.retryJob, retryJob);
}
