import { applicationMachine } from './application-machine.ts';
import { captureMachine } from './capture-machine.ts';
import { cardMachine } from './card-machine.ts';
import { correctionMachine } from './correction-machine.ts';
import { dossierPaperMachine } from './dossier-paper-machine.ts';
import type { Machine } from './machine.ts';
import { messageMachine } from './message-machine.ts';
import { noticeMachine } from './notice-machine.ts';
import { permitEndMachine } from './permit-end-machine.ts';
import { permitMachine } from './permit-machine.ts';
import { permitOrderMachine } from './permit-order-machine.ts';
import { printOrderMachine } from './print-order-machine.ts';
import { refundMachine } from './refund-machine.ts';
import { visitMachine } from './visit-machine.ts';

/** The machines of decisions.md 2 and those of refunds, messages, corrections, dossiers and orders; they seed the database's allowed pairs. */
export const allMachines: readonly Machine<string>[] = [
  applicationMachine,
  noticeMachine,
  visitMachine,
  captureMachine,
  printOrderMachine,
  cardMachine,
  permitMachine,
  refundMachine,
  messageMachine,
  correctionMachine,
  dossierPaperMachine,
  permitOrderMachine,
  permitEndMachine,
];
