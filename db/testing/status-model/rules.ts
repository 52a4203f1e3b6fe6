import type { Act, Company, CompanyName, Operator, OperatorName, Role, Status, World } from './world';

/**
 * Who may do what, from product.md alone (section 2 Transitions, section 3 Ladder rule, section 6 scope and 404/403).
 * It knows nothing of lib/domain/transitions.ts and lib/domain/ladder.ts, and never may.
 */

/** Where the product is known to differ from product.md. Each is proved by a test of its own, which fails once it is gone. */
export const deviations = ['approval is no change of status', 'a partner stops the operators of its issuers'] as const;
export type Deviation = (typeof deviations)[number];
export type Deviations = readonly Deviation[];

/** Done; or nobody, since the session of who tries is no actor; or one of these codes. */
export type Verdict = 'ok' | 'nobody' | readonly ('forbidden' | 'not_found' | 'invalid' | 'conflict')[];

/** Section 2: the statuses that follow a status. */
const following: Record<Status, readonly Status[]> = {
  registered: ['active', 'deleted'],
  active: ['suspended', 'blocked'],
  suspended: ['active', 'blocked'],
  blocked: ['active', 'deleted'],
  deleted: [],
};
/** Section 1. */
const ranks: Record<Role, number> = { administrator: 40, partner: 30, issuer: 20, auditor: 10 };

/** Whether somebody may enter, and do more there than look (section 2: suspended, blocked). */
export function entryOf(world: World, name: OperatorName, differing: Deviations): 'out' | 'looks' | 'acts' {
  const { status, company } = world.operators[name];
  if (status !== 'active') return 'out';
  if (company === null) return 'acts';
  const own = world.companies[company];
  const above = differing.includes('a partner stops the operators of its issuers') ? own.partner : null;
  const all = [own.status, above === null ? 'active' : world.companies[above].status];
  if (all.every((each) => each === 'active')) return 'acts';
  return all.every((each) => each === 'active' || each === 'suspended') ? 'looks' : 'out';
}

/** What comes of an act, now. Where two reasons speak against it, either code will do. */
export function verdictOf(world: World, act: Act, differing: Deviations): Verdict {
  const entry = entryOf(world, act.by, differing);
  if (entry === 'out') return 'nobody';
  const actor = world.operators[act.by];
  const looks = entry === 'looks';
  if (act.kind === 'company') {
    if (!seesCompany(world, actor, act.on)) return missing(looks || !reachesKind(actor.role, world.companies[act.on]));
    return mayChangeCompany(world, actor, looks, act, differing) ? 'ok' : ['forbidden'];
  }
  if (!seesOperator(world, act.by, act.on)) return missing(looks || actor.role === 'auditor');
  if (looks || !mayTouch(world, actor, act.on)) return ['forbidden'];
  // Section 2, deleted: final. Whoever still has it before its eyes looks at what is no more.
  if (world.operators[act.on].status === 'deleted') return ['conflict'];
  return act.kind === 'rename' ? 'ok' : verdictOnStatus(world, act);
}

/** What is out of scope is absent; who may do no such thing to anybody may also be told so. */
const missing = (refusedAnyway: boolean): Verdict => (refusedAnyway ? ['not_found', 'forbidden'] : ['not_found']);

/** Section 6, rows Issuers and Partners: roles that have any share in companies of that kind. */
const reachesKind = (role: Role, { kind }: Company): boolean =>
  kind === 'issuer' ? role !== 'auditor' : role === 'administrator' || role === 'partner';

/** Section 1, scope: ALL, SUB, OWN, ASG. */
function seesCompany(world: World, actor: Operator, name: CompanyName): boolean {
  switch (actor.role) {
    case 'administrator':
      return true;
    case 'partner':
      return world.companies[name].partner === actor.company;
    case 'issuer':
      return actor.company === name;
    case 'auditor':
      return actor.granted === name;
  }
}

/** Section 2, Transitions. */
function mayChangeCompany(
  world: World,
  actor: Operator,
  looks: boolean,
  { on, to }: { on: CompanyName; to: Status },
  differing: Deviations,
): boolean {
  const company = world.companies[on];
  const { status, kind } = company;
  const own = actor.company === on;
  if (looks) return own && status === 'suspended' && to === 'active';
  if (!following[status].includes(to)) return false;
  const administrator = actor.role === 'administrator';
  const itsPartner = kind === 'issuer' && actor.role === 'partner' && actor.company === company.partner;
  switch (status) {
    case 'registered': {
      if (differing.includes('approval is no change of status')) return false;
      const reseller = company.partner !== null && world.companies[company.partner].reseller;
      return administrator || (itsPartner && reseller);
    }
    case 'active':
    case 'suspended':
      return administrator || (to === 'blocked' ? itsPartner : own);
    case 'blocked':
      return administrator || (to === 'active' && itsPartner && company.blockedBy === 'partner');
    case 'deleted':
      return false;
  }
}

/** Section 3: one's own role's list and lower ones, within scope; section 6: an issuer, the auditors granted to it. */
function seesOperator(world: World, by: OperatorName, on: OperatorName): boolean {
  const actor = world.operators[by];
  const target = world.operators[on];
  if (actor.role === 'administrator' || by === on) return true;
  if (actor.role === 'issuer' && target.role === 'auditor') return target.granted === actor.company;
  if (target.company === null || ranks[target.role] > ranks[actor.role]) return false;
  return seesCompany(world, actor, target.company);
}

/** Section 3, Ladder rule; accounts of auditors are edited by administrators only. */
function mayTouch(world: World, actor: Operator, on: OperatorName): boolean {
  const target = world.operators[on];
  if (actor.role === 'administrator') return true;
  return actor.role !== 'auditor' && target.role !== 'auditor' && ranks[target.role] <= ranks[actor.role];
}

/** Section 3: never one's own, only what follows, the first password alone makes active, the last administrator stays. */
function verdictOnStatus(world: World, { by, on, to }: { by: OperatorName; on: OperatorName; to: Status }): Verdict {
  const { status } = world.operators[on];
  if (by === on || !following[status].includes(to) || (status === 'registered' && to === 'active')) {
    return ['forbidden'];
  }
  const stops = world.operators[on].role === 'administrator' && status === 'active';
  return stops && activeAdministrators(world) === 1 ? ['invalid'] : 'ok';
}

export const activeAdministrators = (world: World): number =>
  Object.values(world.operators).filter(({ role, status }) => role === 'administrator' && status === 'active').length;

/** The world after an act that succeeded. */
export function perform(world: World, act: Act): void {
  const changed = act.kind === 'company' ? world.companies[act.on] : world.operators[act.on];
  changed.version += 1;
  world.last = act.on;
  if (act.kind === 'rename') return;
  changed.status = act.to;
  if ('blockedBy' in changed) changed.blockedBy = act.to === 'blocked' ? world.operators[act.by].role : null;
}
