import { SAMPLE_R59M } from '../../catalogue/sample-drafts.ts';

const { documents: _documents, overruled: _overruled, declaration: _declaration, ...DRAFT } = SAMPLE_R59M;

/** The head of an Ed25519 key in DER and 32 bytes, base64. */
const A_PUBLIC_KEY = `MCowBQYDK2VwAyEA${'A'.repeat(43)}=`;

/** The code of an "I tried"; its last sign is computed. */
const AN_ATTEMPT = '7K2M-4PT0';

interface HandMade {
  readonly input?: Readonly<Record<string, unknown>>;
  readonly output?: Readonly<Record<string, unknown>>;
}

const A_RUN = {
  runId: 'A'.repeat(22),
  kind: 'import-workers',
  serviceCode: 'R59M',
  rowsTotal: 1000,
  rowsDone: 1000,
  outcomes: { drafted: 970, submitted: 0, answered: 0, known: 0, refused: 30 },
  notes: [],
  startedAt: '2026-11-20T02:00:00Z',
};

/** What the schemas cannot know: a form that makes sense as a whole, and choices that exclude each other. */
export const HAND_MADE: Readonly<Record<string, HandMade>> = {
  checkDossierPaper: { input: { accepted: true, validUntil: '2027-02-28', reason: undefined } },
  createUpload: { input: { purpose: 'workers-sheet', bytes: 240_000 } },
  importWorkers: { input: { serviceCode: 'R59M', common: {} } },
  answerMany: { input: { fields: {} } },
  getBulkRun: { output: A_RUN },
  listBulkRuns: { output: { runs: [A_RUN] } },
  enrolStation: { input: { devicePublicKey: A_PUBLIC_KEY } },
  getTrustList: {
    output: {
      keys: [{ keyId: 'card-1', algorithm: 'EdDSA', publicKey: `${'A'.repeat(43)}=`, specimen: true }],
      receiptKeys: [
        { keyId: 'receipt-1', algorithm: 'EdDSA', publicKey: `${'A'.repeat(43)}=`, specimen: true },
      ],
    },
  },
  answerOldPermit: { input: { verdict: 'proven-by-papers', importId: undefined, line: undefined } },
  listServices: { input: { language: 'th' } },
  precheckDraft: { input: { attemptCode: AN_ATTEMPT } },
  submitApplication: {
    input: { declaration: { textVersion: '1', language: 'th', accepted: true }, attemptCode: AN_ATTEMPT },
  },
  trackApplication: {
    input: { applicationNo: '69121234567890', born: '1992-04-17', passportNo: undefined, receipt: undefined },
  },
  takeTicket: { input: { qr: undefined } },
  scanTray: { input: { shelf: 'A 3' } },
  restoreCard: { input: { shelf: 'A 3' } },
  shipCards: { input: { sealNo: 'SEAL-0001' } },
  receiveShipment: { input: { shelf: 'A 3' } },
  listCustody: { input: { serial: undefined } },
  getEmployment: { input: { permitNo: undefined, qr: undefined } },
  checkAttempt: { input: { receipt: undefined } },
  listSetAsideMoney: { input: { settled: 'false' } },
  listDifferences: { input: { cleared: 'false' } },
  createDraft: { input: { serviceCode: 'R59M', draft: DRAFT } },
  updateDraft: { input: { revision: 1, draft: DRAFT } },
  answerRequest: { input: { fields: { health: { hospital: 'โรงพยาบาลสมุทรสาคร' } } } },
  getApplication: { output: { draft: DRAFT } },
  draftService: {
    input: {
      code: 'R59M',
      effectiveFrom: '2027-01-01',
      change: { fees: { permit: { amount: { satang: { value: 100_000 } } } } },
    },
  },
};
