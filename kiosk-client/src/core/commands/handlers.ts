import type { KioskHandlers } from '../kiosk-context.ts';
import { addPicture } from './add-picture.ts';
import { capture, stopCapture } from './capture.ts';
import { enrolStation } from './enrol-station.ts';
import { extendLease } from './extend-lease.ts';
import { getStation } from './get-station.ts';
import { handOverCard, verifyPerson } from './hand-over-card.ts';
import { listVisits } from './list-visits.ts';
import { abandonCapture, getCapture, openCapture, setLanguage } from './open-capture.ts';
import { proposeException, withdrawException } from './propose-exception.ts';
import { acknowledgeRefusal, captureStatus, listQueue, syncNow } from './queue.ts';
import { recordNotice } from './record-notice.ts';
import { getFaces, recordSamePerson } from './same-person.ts';
import { findVisit, scanCards } from './scan-cards.ts';
import { sealCapture } from './seal-capture.ts';
import { callNext, checkIn, takeTicket } from './serve-visit.ts';
import { signIn, signOut } from './sign-in.ts';

/** Every command of the seam with its handler. */
export const handlers: KioskHandlers = {
  getStation,
  enrolStation,
  signIn,
  signOut,
  listVisits,
  takeTicket,
  callNext,
  checkIn,
  openCapture,
  getCapture,
  setLanguage,
  recordNotice,
  capture,
  stopCapture,
  addPicture,
  proposeException,
  withdrawException,
  getFaces,
  recordSamePerson,
  sealCapture,
  abandonCapture,
  listQueue,
  syncNow,
  acknowledgeRefusal,
  captureStatus,
  verifyPerson,
  handOverCard,
  scanCards,
  findVisit,
  extendLease,
};
