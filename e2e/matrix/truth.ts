import { liveRole, type Person, partnerOf, people, type Tenant } from './people';
import { knowsOf } from './things';

/** What must come of a request in the end, whatever the way that it took. */
export type Truth =
  /** Anybody may; no tenant's row is in it. */
  | { kind: 'open' }
  /** Opens. What is named must be in the answer exactly; what is absent is not looked at. */
  | { kind: 'shows'; operations?: readonly string[]; names?: readonly string[]; sums?: readonly string[] }
  /** Page: ends at the sign-in page. */
  | { kind: 'sign-in' }
  /** 401 */
  | { kind: 'unauthenticated' }
  /** 403 */
  | { kind: 'forbidden' }
  /** 404 */
  | { kind: 'absent' }
  /** No such page: 404; or from the middleware, which takes what it does not know for closed, sign-in or 403. */
  | { kind: 'closed' }
  /** A method that is not offered: 405, or the middleware's 401, 403. */
  | { kind: 'no-method' };

/**
 * Everybody whose marks, ids or numbers may be in an answer to `person` when its rows are those of `scope`: these
 * tenants, their partners, the people that it knows of, itself. Who is nobody sees nobody.
 */
export function mayShow(person: Person, scope: readonly Tenant[]): ReadonlySet<string> {
  if (liveRole(person) === null) return new Set();
  const seen = people.filter((other) => knowsOf(person, other)).map(({ name }) => name);
  return new Set([...scope, ...scope.map((tenant) => partnerOf[tenant]), ...seen, ...frameOf(person)]);
}

/** What the frame around every page says, also around a refusal: who one is, and of which company. */
export function frameOf(person: Person): ReadonlySet<string> {
  if (liveRole(person) === null) return new Set();
  const { name, partner, issuer } = person;
  const companies = [partner, issuer, issuer && partnerOf[issuer]].filter((each) => each !== undefined);
  return new Set([name, ...companies]);
}
