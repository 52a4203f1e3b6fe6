import { newId } from '@/lib/domain/ids';
import { isLive, type Person, partnerOf, partnerRelation, people, relation, type Tenant, tenants } from './people';
import type { World } from './world';

/** What has an id of its own that a page, a verb or an action is asked about. */
export type ThingKind =
  | ('issuer' | 'partner' | 'operator' | 'access' | 'mail')
  | ('authority' | 'certificate' | 'wallet' | 'flow');

/** One of them. `reached`: it lies in the scope of who asks (product.md sections 1 and 6); else it is as if absent. */
export type Thing = { object: string; label: string; id: string; reached: boolean };

/** A verb or page about a thing. A write names a version that nothing has: what is reached answers `conflict`. */
export type AboutThing = {
  thing: ThingKind;
  /** Asked along with the id. */
  input?: Readonly<Record<string, unknown>>;
  write?: true;
  /** A page that an operator of a suspended company may not open. */
  edits?: true;
  /** The operator of a suspended company may. */
  whileSuspended?: true;
};

export const isAboutThing = (about: string | AboutThing): about is AboutThing => typeof about !== 'string';

/** A version that no row ever has: the write is permitted, understood, and changes nothing. */
export const noVersion = 999_999;

/** Everything of a kind, one that is not there, and ids that are none. */
export function thingsFor(kind: ThingKind, person: Person, world: World): Thing[] {
  const missing = { object: 'missing', label: 'missing', id: newId(), reached: false };
  // Whoever is nobody any more reaches nothing.
  const all = existing(kind, person, world).map((thing) => ({ ...thing, reached: thing.reached && isLive(person) }));
  return [...all, missing];
}

/** One in reach, one out of it, one that is not there: enough where each costs a request. */
export function fewOf(things: readonly Thing[]): Thing[] {
  const own =
    things.find(({ object, reached }) => reached && object === 'own') ?? things.find(({ reached }) => reached);
  const foreign = things.find(({ object, reached }) => !reached && object !== 'missing');
  const missing = things.find(({ object }) => object === 'missing');
  return [own, foreign, missing].filter((each) => each !== undefined);
}

export const malformedThingIds = ['x', "1' or '1'='1", '00000000-0000-0000-0000-00000000000'];

function existing(kind: ThingKind, person: Person, world: World): Thing[] {
  switch (kind) {
    case 'issuer':
      return tenants.map((tenant) => ({
        object: relation(person, tenant),
        label: tenant,
        id: world.tenants[tenant].issuerId,
        reached: reachesTenant(person, tenant),
      }));
    case 'partner':
      return Object.entries(world.partners).map(([name, id]) => ({
        object: partnerRelation(person, name as keyof World['partners']),
        label: name,
        id,
        reached: person.role === 'administrator' || (person.role === 'partner' && person.partner === name),
      }));
    case 'operator':
      return people.flatMap((other) => {
        const operator = world.operators[other.name];
        return operator
          ? [thingOf(other.name, operator.id, other.name === person.name, seesOperator(person, other))]
          : [];
      });
    case 'authority':
      return [thingOf('authority', world.authority, false, person.role === 'administrator')];
    case 'certificate':
    case 'wallet':
    case 'flow':
      return tenants.map((tenant) => ({
        object: relation(person, tenant),
        label: tenant,
        id: world.tenants[tenant][kind],
        reached: reachesTenant(person, tenant),
      }));
    case 'mail':
      return [thingOf('mail', world.mail, false, person.role === 'administrator')];
    case 'access':
      return Object.entries(world.accesses).map(([name, { id, tenant, auditor }]) =>
        thingOf(name, id, auditor === person.name, reachesAccess(person, tenant, auditor)),
      );
  }
}

const thingOf = (label: string, id: string, own: boolean, reached: boolean): Thing => ({
  object: own ? 'own' : reached ? 'child' : 'foreign',
  label,
  id,
  reached,
});

/** Section 1: ALL, SUB, OWN. An auditor consults what is granted to it, but administers none of it. */
function reachesTenant(person: Person, tenant: Tenant): boolean {
  if (person.role === 'administrator') return true;
  if (person.role === 'partner') return partnerOf[tenant] === person.partner;
  return person.role === 'issuer' && person.issuer === tenant;
}

/** Section 6: an issuer sees the accesses to itself, an auditor its own. */
const reachesAccess = (person: Person, tenant: Tenant, auditor: string): boolean =>
  reachesTenant(person, tenant) || person.name === auditor;

/**
 * Section 3: one's own role's list and lower ones, within scope; an issuer also sees the auditors granted to it, now or
 * formerly. Whoever signs in sees oneself.
 */
function seesOperator(person: Person, other: Person): boolean {
  if (person.name === other.name || person.role === 'administrator') return true;
  if (person.role === 'partner') {
    return other.partner === person.partner || (other.issuer !== undefined && reachesTenant(person, other.issuer));
  }
  if (person.role !== 'issuer' || person.issuer === undefined) return false;
  const { issuer } = person;
  return other.issuer === issuer || [...(other.granted ?? []), ...(other.formerly ?? [])].includes(issuer);
}

/** Section 6, Audit accesses: a partner reads which address was granted what of its issuers, not the account. */
export function knowsOf(person: Person, other: Person): boolean {
  const granted = [...(other.granted ?? []), ...(other.formerly ?? [])];
  return seesOperator(person, other) || granted.some((tenant) => reachesTenant(person, tenant));
}
