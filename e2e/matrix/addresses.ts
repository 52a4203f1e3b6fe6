import { randomUUID } from 'node:crypto';
import { newId } from '@/lib/domain/ids';
import { mark, operationsOf } from './marks';
import { isLive, type Person, partnerOf, partnerRelation, partners, relation, type Tenant, tenants } from './people';
import { scopeOf } from './policy';
import type { World } from './world';

/** One thing to ask a list for. */
export type Question = {
  /** How what is named stands to who asks: own, sibling, child, parent, foreign, missing, malformed, or everything. */
  object: string;
  label: string;
  params: Readonly<Record<string, string>>;
  /** What the question says itself of rows that are not to be seen: in an answer it tells nothing. */
  echo: readonly string[];
  /** Operations that must come, all of them and no other; undefined where the order of ids decides. */
  operations: readonly string[] | undefined;
};

/** One operation to ask for by id. `whose` is null for what does not exist. */
export type Target = { object: string; label: string; id: string; whose: Tenant | null; echo: readonly string[] };

/** Ids that are none: garbage, injection, another form of a real one, too long, and another version than 7. */
const malformedIds = (real: string): string[] => [
  'x',
  `${real}'--`,
  real.replaceAll('-', ''),
  `{${real}}`,
  'a'.repeat(600),
  '00000000-0000-0000-0000-000000000000',
  randomUUID(),
];

/** Missing ones: a time at which there is nothing, and the very millisecond of a real one. */
export function targetsFor(person: Person, world: World): Target[] {
  const real = tenants.flatMap((tenant) =>
    world.tenants[tenant].operations.map((id, index) => ({
      object: relation(person, tenant),
      label: `${tenant}/${index}`,
      id,
      whose: tenant,
      echo: [id],
    })),
  );
  const foreign = world.tenants.foreign.operations[0];
  const nowhere = [newId(Date.now() - 40_000), newId(Number.parseInt(foreign.replaceAll('-', '').slice(0, 12), 16))];
  return [
    ...real,
    ...nowhere.map((id, index) => ({ object: 'missing', label: `missing ${index}`, id, whose: null, echo: [id] })),
    ...malformedIds(foreign).map((id, index) => ({
      object: 'malformed',
      label: `malformed ${index}`,
      id,
      whose: null,
      echo: [id, foreign],
    })),
  ];
}

/** Everything that the operations list is asked for: each filter by each tenant, missing and malformed values, cursors. */
export function questionsFor(person: Person, world: World): Question[] {
  const reaches = (object: string) => isLive(person) && (object === 'own' || object === 'child');
  return rawQuestions(person, world).map((question) => ({
    ...question,
    echo: reaches(question.object) ? [] : Object.values(question.params),
  }));
}

function rawQuestions(person: Person, world: World): Omit<Question, 'echo'>[] {
  const scope = scopeOf(person);
  const visible = operationsOf(scope);
  const only = (keep: (tenant: Tenant) => boolean) => operationsOf(scope.filter(keep));
  return [
    { object: 'everything', label: 'no filter', params: {}, operations: visible },
    ...tenants.flatMap((tenant) => aboutTenant(person, world, tenant, only)),
    ...partners.map((partner) => ({
      object: partnerRelation(person, partner),
      label: `partner=${partner}`,
      params: { partner: partner === 'house' ? world.housePartnerId : world.partners[partner] },
      operations: only((tenant) => partnerOf[tenant] === partner),
    })),
    ...['service', 'issuer', 'partner'].flatMap((field) => [
      { object: 'missing', label: `${field}=missing`, params: { [field]: newId() }, operations: [] },
      { object: 'malformed', label: `${field}=malformed`, params: { [field]: "1' or '1'='1" }, operations: visible },
    ]),
    {
      object: 'malformed',
      label: 'status and sort malformed',
      params: { status: 'X', sort: 'id;--' },
      operations: visible,
    },
    { object: 'foreign', label: 'document=zq-doc', params: { document: 'zq-doc-' }, operations: visible },
  ];
}

function aboutTenant(
  person: Person,
  world: World,
  tenant: Tenant,
  only: (keep: (t: Tenant) => boolean) => string[],
): Omit<Question, 'echo'>[] {
  const { issuerId, serviceId, operations } = world.tenants[tenant];
  const object = relation(person, tenant);
  const its = only((each) => each === tenant);
  const about = (label: string, params: Record<string, string>, expected: readonly string[] | undefined) => ({
    object,
    label: `${label}=${tenant}`,
    params,
    operations: expected,
  });
  return [
    about('issuer', { issuer: issuerId }, its),
    about('service', { service: serviceId }, its),
    about('issuer and status', { issuer: issuerId, status: 'COMPLETED' }, its.slice(0, 1)),
    about('reference', { reference: mark('op0', tenant) }, its.slice(0, 1)),
    about('document', { document: mark('doc', tenant) }, its),
    about('after', { after: operations[1] }, undefined),
    about('before', { before: operations[0], sort: 'oldest' }, undefined),
  ];
}
