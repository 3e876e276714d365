import { reviewApi } from '@permit/domain/contract/review-api.ts';
import type { Registrar } from '../http/route.ts';
import { checkDocuments } from './check-documents.ts';
import { considerApplication } from './consider-application.ts';
import { grantApplication } from './grant-application.ts';
import { refuseApplication } from './refuse-application.ts';
import { returnApplication } from './return-application.ts';
import { reviewLane, reviewNext, reviewStats } from './review-lane.ts';

/** The contractor's check and the two levels of the Department. */
export function registerReviewRoutes({ route }: Registrar): void {
  route(reviewApi.reviewLane, reviewLane);
  route(reviewApi.reviewNext, reviewNext);
  route(reviewApi.reviewStats, reviewStats);
  route(reviewApi.checkDocuments, checkDocuments);
  route(reviewApi.considerApplication, considerApplication);
  route(reviewApi.returnApplication, returnApplication);
  route(reviewApi.grantApplication, grantApplication);
  route(reviewApi.refuseApplication, refuseApplication);
}
