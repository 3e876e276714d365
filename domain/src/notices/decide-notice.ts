import type { NoticeAct, ServiceDefinition } from '../catalogue/service-definition.ts';
import type { ApplicantKind } from '../catalogue/parties.ts';
import type { NoticeState } from '../machines/notice-machine.ts';
import { allow, refuse, type Decision } from '../refusal.ts';
import type { Role } from '../staff/roles.ts';

/** As what an account may file: an agent files for whomever it represents (portal roles, work-permit.md 2.3). */
const KINDS_OF_ROLE: Partial<Record<Role, readonly ApplicantKind[]>> = {
  worker: ['worker'],
  employer: ['employer'],
  agent: ['worker', 'employer', 'agent', 'importer', 'organisation'],
};

export type ActAnswer =
  { readonly ok: true; readonly act: NoticeAct | undefined } | { readonly ok: false; readonly code: string };

/**
 * Which act a notice of this service is when this role files it. A simple notice is the act of its data; of a
 * composite each may file only the acts of its own kind, so that no employer speaks for the worker.
 */
export function actOfNotice(service: ServiceDefinition, role: Role, asked: NoticeAct | undefined): ActAnswer {
  if (!service.offered || service.kind !== 'notice') return { ok: false, code: 'service-not-offered' };
  const kinds = KINDS_OF_ROLE[role] ?? [];
  if (!service.applicants.some(({ kind }) => kinds.includes(kind)))
    return { ok: false, code: 'not-your-notice' };
  if (!service.acts) {
    return asked === undefined || asked === service.act
      ? { ok: true, act: service.act }
      : { ok: false, code: 'not-your-notice' };
  }
  const mine = service.acts.filter(({ by }) => kinds.includes(by));
  const act =
    asked === undefined ? mine.find(({ required }) => required) : mine.find(({ code }) => code === asked);
  return act ? { ok: true, act: act.code as NoticeAct } : { ok: false, code: 'not-your-notice' };
}

/** An officer acknowledges or asks for a correction; never on a notice that they filed themselves. */
export function decideOnNotice(
  notice: { readonly state: NoticeState; readonly filedBy: string },
  officer: string,
): Decision<'not-received' | 'own-notice'> {
  if (notice.state !== 'received') return refuse('not-received');
  return notice.filedBy === officer ? refuse('own-notice') : allow();
}
