import type { Knex } from 'knex';
import * as callers from './0001-callers.ts';
import * as peopleAndAccounts from './0002-people-and-accounts.ts';
import * as statesJobsAudit from './0003-states-jobs-audit.ts';
import * as applications from './0004-applications.ts';
import * as visitsAndCaptures from './0005-visits-and-captures.ts';
import * as permitsAndCards from './0006-permits-and-cards.ts';
import * as rowLevelSecurity from './0007-row-level-security.ts';
import * as reprintsRevocations from './0008-reprints-revocations.ts';
import * as setAsideCounters from './0009-set-aside-counters.ts';
import * as oneCaseAtATime from './0010-one-case-at-a-time.ts';
import * as money from './0011-money.ts';
import * as papers from './0012-papers.ts';
import * as noticesAndEmployment from './0013-notices-and-employment.ts';
import * as outagesAndAttempts from './0014-outages-and-attempts.ts';
import * as messages from './0015-messages.ts';
import * as lifecycle from './0017-lifecycle.ts';
import * as stepFigures from './0018-step-figures.ts';
import * as lanesShelvesShipments from './0022-lanes-shelves-shipments.ts';
import * as countsAndCheckProofs from './0023-counts-and-check-proofs.ts';
import * as wordsAreSealed from './0024-words-are-sealed.ts';
import * as renewalsNameTheirPermit from './0025-renewals-name-their-permit.ts';
import * as documentPages from './0026-document-pages.ts';
import * as notesOfACase from './0028-notes-of-a-case.ts';
import * as oldPermitVerdicts from './0030-old-permit-verdicts.ts';
import * as employerDossier from './0027-employer-dossier.ts';
import * as listsFindTheirOwn from './0029-lists-find-their-own.ts';
import * as people from './0016-people.ts';
import * as uploadsAndBulk from './0019-uploads-and-bulk.ts';
import * as oldPermits from './0020-old-permits.ts';
import * as aMoveReadsOneColumn from './0031-a-move-reads-one-column.ts';
import * as anAgentSeesItsOwnPowers from './0032-an-agent-sees-its-own-powers.ts';
import * as papersOfNotices from './0033-papers-of-notices.ts';
import * as filedWhenItWasTried from './0041-filed-when-it-was-tried.ts';
import * as deadlinesMissedInAnOutage from './0042-deadlines-missed-in-an-outage.ts';
import * as oldPapersAreTriedAgain from './0035-old-papers-are-tried-again.ts';
import * as uncheckedPapersAndWithdrawals from './0034-unchecked-papers-and-withdrawals.ts';
import * as whatIsKnownOfAPaper from './0036-what-is-known-of-a-paper.ts';
import * as permitOrders from './0038-permit-orders.ts';

const MIGRATIONS: Record<string, Knex.Migration> = {
  '0001-callers': callers,
  '0002-people-and-accounts': peopleAndAccounts,
  '0003-states-jobs-audit': statesJobsAudit,
  '0004-applications': applications,
  '0005-visits-and-captures': visitsAndCaptures,
  '0006-permits-and-cards': permitsAndCards,
  '0007-row-level-security': rowLevelSecurity,
  '0008-reprints-revocations': reprintsRevocations,
  '0009-set-aside-counters': setAsideCounters,
  '0010-one-case-at-a-time': oneCaseAtATime,
  '0011-money': money,
  '0012-papers': papers,
  '0013-notices-and-employment': noticesAndEmployment,
  '0014-outages-and-attempts': outagesAndAttempts,
  '0015-messages': messages,
  '0017-lifecycle': lifecycle,
  '0018-step-figures': stepFigures,
  '0022-lanes-shelves-shipments': lanesShelvesShipments,
  '0023-counts-and-check-proofs': countsAndCheckProofs,
  '0024-words-are-sealed': wordsAreSealed,
  '0025-renewals-name-their-permit': renewalsNameTheirPermit,
  '0026-document-pages': documentPages,
  '0028-notes-of-a-case': notesOfACase,
  '0027-employer-dossier': employerDossier,
  '0029-lists-find-their-own': listsFindTheirOwn,
  '0016-people': people,
  '0019-uploads-and-bulk': uploadsAndBulk,
  '0020-old-permits': oldPermits,
  '0030-old-permit-verdicts': oldPermitVerdicts,
  '0031-a-move-reads-one-column': aMoveReadsOneColumn,
  '0032-an-agent-sees-its-own-powers': anAgentSeesItsOwnPowers,
  '0033-papers-of-notices': papersOfNotices,
  '0034-unchecked-papers-and-withdrawals': uncheckedPapersAndWithdrawals,
  '0035-old-papers-are-tried-again': oldPapersAreTriedAgain,
  '0036-what-is-known-of-a-paper': whatIsKnownOfAPaper,
  '0038-permit-orders': permitOrders,
  '0041-filed-when-it-was-tried': filedWhenItWasTried,
  '0042-deadlines-missed-in-an-outage': deadlinesMissedInAnOutage,
};

/** The migrations in order, listed by hand so that no loader has to find them (knex migrationSource). */
export const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(MIGRATIONS).sort(),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = MIGRATIONS[name];
    if (!migration) throw new Error(`no migration is called ${name}`);
    return migration;
  },
};
