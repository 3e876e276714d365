import { registerAccountRoutes } from './accounts/routes.ts';
import { registerAppealRoutes } from './appeals/routes.ts';
import { registerApplicationRoutes } from './applications/routes.ts';
import { registerAttentionRoutes } from './attention/routes.ts';
import { registerAuditRoutes } from './audit/routes.ts';
import { registerBankRoutes } from './bank/routes.ts';
import { registerBillRoutes } from './bills/routes.ts';
import { registerCatalogueRoutes } from './catalogue/routes.ts';
import { registerCorrectionRoutes } from './corrections/routes.ts';
import { registerStockCountRoutes } from './card-stock/count-routes.ts';
import { registerBulkRoutes } from './bulk/routes.ts';
import { registerOldPermitRoutes } from './old-permits/routes.ts';
import { registerDocumentRoutes } from './documents/routes.ts';
import { registerDossierRoutes } from './dossier/routes.ts';
import type { IntakePool } from './documents/intake/intake-pool.ts';
import type { Registrar } from './http/route.ts';
import { registerDelegationRoutes } from './delegations/routes.ts';
import { registerMachineKeyRoutes } from './machine-keys/routes.ts';
import { registerOfficeRoutes } from './offices/routes.ts';
import { registerPeopleRoutes } from './people/routes.ts';
import { registerReviewRoutes } from './review/routes.ts';
import { registerCaptureRoutes } from './captures/routes.ts';
import { registerNoticeRoutes } from './notices/routes.ts';
import { registerOutageRoutes } from './outages/routes.ts';
import { registerPermitOrderRoutes } from './permit-orders/routes.ts';
import { registerPermitRoutes } from './permits/routes.ts';
import { registerFinishedCardRoutes } from './finished-cards/routes.ts';
import { registerLaneRoutes } from './print-orders/lane-routes.ts';
import type { TemplateEngine } from './matching/template-engine.ts';
import type { PaperPress } from './papers/paper-press.ts';
import { registerPaperRoutes } from './papers/routes.ts';
import { registerPrintRoutes } from './print-orders/routes.ts';
import { registerRefundRoutes } from './refunds/routes.ts';
import { registerUploadRoutes } from './uploads/routes.ts';
import { registerVisitRoutes } from './visits/routes.ts';

/** Helpers that live as long as the server and are not needed by its rules. */
export interface Services {
  readonly intake: IntakePool;
  readonly press: PaperPress;
  /** Reads fingers and eyes for 1:1. */
  readonly engine: TemplateEngine;
}

/** Every route of the API, feature by feature. */
export function registerRoutes(registrar: Registrar, services: Services): void {
  registerAccountRoutes(registrar);
  registerPeopleRoutes(registrar);
  registerDelegationRoutes(registrar);
  registerMachineKeyRoutes(registrar);
  registerOfficeRoutes(registrar);
  registerApplicationRoutes(registrar);
  registerDocumentRoutes(registrar, services.intake);
  registerDossierRoutes(registrar, services.intake);
  registerBillRoutes(registrar);
  registerRefundRoutes(registrar);
  registerPaperRoutes(registrar, services.press);
  registerBankRoutes(registrar);
  registerReviewRoutes(registrar);
  registerVisitRoutes(registrar);
  registerCaptureRoutes(registrar, services.engine);
  registerNoticeRoutes(registrar, services.intake);
  registerOutageRoutes(registrar);
  registerPermitRoutes(registrar);
  registerPermitOrderRoutes(registrar);
  registerPrintRoutes(registrar);
  registerLaneRoutes(registrar);
  registerFinishedCardRoutes(registrar);
  registerStockCountRoutes(registrar);
  registerAuditRoutes(registrar);
  registerUploadRoutes(registrar);
  registerBulkRoutes(registrar);
  registerOldPermitRoutes(registrar);
  registerAppealRoutes(registrar);
  registerCorrectionRoutes(registrar, services.intake);
  registerAttentionRoutes(registrar);
  registerCatalogueRoutes(registrar);
}
