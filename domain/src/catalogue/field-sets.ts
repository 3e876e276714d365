import { ASSUMED, CERTAIN, UNCERTAIN } from './figure.ts';
import type { FieldRule } from './service-definition.ts';

type Fields = Record<string, FieldRule>;

const PORTAL_FORM = CERTAIN('portal form labels, notes part B [O]');
const HOUSE = ASSUMED('our proposal: needed to store and find a case');

/** The person, as every service about one worker asks. A last name is never needed (many have none). */
export const WORKER_FIELDS: Fields = {
  'worker.names.prefix': {
    kind: 'choice',
    choices: ['mr', 'mrs', 'miss'],
    strength: 'expected',
    printed: true,
    ...PORTAL_FORM,
  },
  'worker.names.firstLatin': {
    kind: 'latin-name',
    strength: 'needed',
    printed: true,
    maxLength: 60,
    ...PORTAL_FORM,
  },
  'worker.names.middleLatin': {
    kind: 'latin-name',
    strength: 'optional',
    printed: true,
    maxLength: 60,
    ...PORTAL_FORM,
  },
  'worker.names.lastLatin': {
    kind: 'latin-name',
    strength: 'optional',
    printed: true,
    maxLength: 60,
    ...PORTAL_FORM,
  },
  'worker.names.firstThai': {
    kind: 'thai-name',
    strength: 'expected',
    printed: true,
    maxLength: 60,
    ...PORTAL_FORM,
  },
  'worker.names.middleThai': {
    kind: 'thai-name',
    strength: 'optional',
    printed: true,
    maxLength: 60,
    ...PORTAL_FORM,
  },
  'worker.names.lastThai': {
    kind: 'thai-name',
    strength: 'optional',
    printed: true,
    maxLength: 60,
    ...PORTAL_FORM,
  },
  'worker.names.native': {
    kind: 'native-name',
    strength: 'optional',
    printed: true,
    maxLength: 60,
    ...HOUSE,
  },
  'worker.sex': { kind: 'choice', choices: ['male', 'female'], strength: 'expected', ...PORTAL_FORM },
  'worker.nationality': { kind: 'nationality', strength: 'needed', ...PORTAL_FORM },
  'worker.birth': { kind: 'birth-date', strength: 'needed', printed: true, ...PORTAL_FORM },
  'worker.nonThaiId': { kind: 'non-thai-id', strength: 'optional', ...PORTAL_FORM },
  'worker.phone': { kind: 'phone', strength: 'expected', ...PORTAL_FORM },
  'worker.email': { kind: 'email', strength: 'optional', maxLength: 120, ...PORTAL_FORM },
};

/** Passport or what stands for it. */
export const TRAVEL_DOCUMENT_FIELDS: Fields = {
  'travelDocument.type': {
    kind: 'choice',
    choices: ['passport', 'ci', 'td', 'border-pass', 'pink-card', 'alien-book'],
    strength: 'expected',
    ...PORTAL_FORM,
  },
  'travelDocument.number': { kind: 'document-number', strength: 'expected', maxLength: 20, ...PORTAL_FORM },
  'travelDocument.country': { kind: 'nationality', strength: 'expected', ...PORTAL_FORM },
  'travelDocument.issued': { kind: 'date', strength: 'optional', ...PORTAL_FORM },
  'travelDocument.expires': { kind: 'date', strength: 'expected', ...PORTAL_FORM },
  'travelDocument.mrz': { kind: 'mrz', strength: 'optional', ...PORTAL_FORM },
};

/** Leave to stay in the Kingdom. */
export const VISA_FIELDS: Fields = {
  'visa.type': { kind: 'text', strength: 'expected', maxLength: 30, ...PORTAL_FORM },
  'visa.number': { kind: 'text', strength: 'optional', maxLength: 30, ...PORTAL_FORM },
  'visa.permittedUntil': { kind: 'date', strength: 'expected', ...PORTAL_FORM },
  'visa.arrived': { kind: 'date', strength: 'optional', ...PORTAL_FORM },
  'visa.checkpoint': { kind: 'text', strength: 'optional', maxLength: 120, ...PORTAL_FORM },
};

/** The employer; the kind decides the papers. */
export const EMPLOYER_FIELDS: Fields = {
  'employer.kind': {
    kind: 'choice',
    choices: [
      'thai-person',
      'thai-company',
      'private-school',
      'private-university',
      'state-body',
      'foundation',
      'foreign-film',
      'foreign-person',
      'foreign-company-here',
      'foreign-company-abroad',
    ],
    strength: 'needed',
    ...PORTAL_FORM,
  },
  'employer.idNumber': {
    kind: 'juristic-id',
    strength: 'expected',
    when: { field: 'employer.kind', in: ['thai-company', 'foreign-company-here'] },
    ...PORTAL_FORM,
  },
  'employer.nameThai': { kind: 'text', strength: 'needed', maxLength: 200, ...PORTAL_FORM },
  'employer.nameLatin': { kind: 'text', strength: 'optional', maxLength: 200, ...PORTAL_FORM },
  'employer.phone': { kind: 'phone', strength: 'expected', ...PORTAL_FORM },
  'employer.address.province': { kind: 'place-code', strength: 'expected', ...PORTAL_FORM },
};

/** Where and as what. */
export const JOB_FIELDS: Fields = {
  'job.occupation': { kind: 'text', strength: 'expected', printed: true, maxLength: 120, ...PORTAL_FORM },
  'job.wagePerDay': { kind: 'satang', strength: 'optional', ...PORTAL_FORM },
  'job.sector': {
    kind: 'choice',
    choices: ['general', 'domestic', 'farm', 'livestock', 'fishery'],
    strength: 'optional',
    ...UNCERTAIN('insurance rule by sector, press on the Dec 2026 round [B1]'),
  },
  'workplaces.0.province': { kind: 'place-code', strength: 'expected', ...PORTAL_FORM },
};

export const PERIOD_FIELDS: Fields = {
  'period.from': { kind: 'date', strength: 'expected', ...PORTAL_FORM },
  'period.to': { kind: 'date', strength: 'expected', ...PORTAL_FORM },
};

export const OLD_PERMIT_FIELDS: Fields = {
  'oldPermit.number': { kind: 'document-number', strength: 'expected', maxLength: 30, ...PORTAL_FORM },
  'oldPermit.issued': { kind: 'date', strength: 'optional', ...PORTAL_FORM },
  'oldPermit.expires': { kind: 'date', strength: 'expected', ...PORTAL_FORM },
};

export const HEALTH_FIELDS: Fields = {
  'health.hospital': { kind: 'text', strength: 'expected', maxLength: 200, ...PORTAL_FORM },
  'health.examinedOn': { kind: 'date', strength: 'expected', ...PORTAL_FORM },
};
