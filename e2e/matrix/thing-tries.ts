import { mark } from './marks';
import { type Person, tenants } from './people';
import { type AboutThing, malformedThingIds, noVersion, thingsFor } from './things';
import { junk, type Try } from './try';
import type { World } from './world';

/** A thing in reach answers, or, of a write, that its version is another; any other is not there. */
export function thingTries(
  { thing, input = {}, write, whileSuspended }: AboutThing,
  person: Person,
  world: World,
): Try[] {
  const more = write ? { ...input, version: noVersion } : input;
  const frozen = write === true && person.issuer === 'frozen' && !whileSuspended;
  return [
    ...thingsFor(thing, person, world).map(({ object, label, id, reached }): Try => {
      const refusal = frozen ? 'forbidden' : reached ? (write ? 'conflict' : undefined) : 'not_found';
      return { object, label, input: { id, ...more }, echo: reached ? [] : [id], ...(refusal ? { refusal } : {}) };
    }),
    ...(frozen
      ? []
      : malformedThingIds.map((id) => ({ ...junk({ id, ...more }), refusal: write ? 'invalid' : 'not_found' }))),
  ];
}

/** A directory asked for all that it shows: whose it is, the marks in the answer tell. */
export const anyRow = {
  search: null,
  statuses: [],
  roles: [],
  types: [],
  states: [],
  bundle: null,
  partner: null,
  issuer: null,
  authority: null,
  wallet: null,
};
export const firstRows = { sort: 'name', after: null, before: null, size: 100 };

/** Of what is not in reach nothing has ever happened. */
export function activityTries(person: Person, world: World): Try[] {
  const companies = (['issuer', 'partner'] as const).flatMap((kind) => thingsFor(kind, person, world));
  const operators = thingsFor('operator', person, world);
  const asked = askedBefore(world);
  return [
    ...companies.map((each) => ({ ...each, of: 'company' })),
    ...operators.map((each) => ({ ...each, of: 'thing' })),
  ].map(({ object, label, id, reached, of }) => ({
    object,
    label: `${of} ${label}`,
    input: { of, id, before: null },
    echo: [id, ...asked],
    ...(reached ? {} : { also: isEmpty }),
  }));
}

/** What the cells before asked for by themselves: the log keeps a question, also one about what is foreign. */
export function askedBefore(world: World): string[] {
  return [
    ...Object.values(world.partners),
    ...tenants.flatMap((tenant) => [
      world.tenants[tenant].issuerId,
      world.tenants[tenant].serviceId,
      ...world.tenants[tenant].operations,
      ...['op0', 'op1', 'doc', 'invoice'].map((kind) => mark(kind, tenant)),
    ]),
  ];
}

const isEmpty = (result: unknown): boolean =>
  typeof result === 'object' &&
  result !== null &&
  'acts' in result &&
  Array.isArray(result.acts) &&
  result.acts.length === 0;
