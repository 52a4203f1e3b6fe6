import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { authorities } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { conflict, Failure, notFound } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import { command } from '../define';
import { named } from '../named';
import { refuseHostile } from './allowance';
import { certificatesInPem } from './roots';
import { type AuthorityFields, authorityEdit, authorityStatusChange, newAuthority } from './schemas';
import { sealClientSecret } from './secret';

/** Makes an authority. @throws Failure invalid (an address that is never called, a name that is there already) */
export const createAuthority = command({
  name: 'authorities.create',
  permission: 'authorities.edit',
  stepUp: true,
  input: newAuthority,
  async run({ db, input, audit }) {
    const id = newId();
    refuseHostile(rowOf(input));
    refuseRoots(input);
    const clientSecret = sealClientSecret(id, input.clientSecret);
    await named(db.insert(authorities).values({ id, status: 'active', clientSecret, ...rowOf(input) }));
    return audit({ ...about(id), before: null, after: notedOf(input) }, { id });
  },
});

/** Edits an authority; an empty secret leaves it as it is. @throws Failure not_found, conflict, invalid as above */
export const editAuthority = command({
  name: 'authorities.edit',
  permission: 'authorities.edit',
  stepUp: true,
  input: authorityEdit,
  async run({ db, input, audit }) {
    const { id, version, clientSecret } = input;
    const before = await heldAuthority(db, id, version);
    refuseHostile(rowOf(input));
    refuseRoots(input);
    const secret = clientSecret === '' ? {} : { clientSecret: sealClientSecret(id, clientSecret) };
    const set = { ...rowOf(input), ...secret, version: version + 1, updatedAt: sql`now()` };
    await named(db.update(authorities).set(set).where(eq(authorities.id, id)));
    const changed = clientSecret === '' ? {} : { secret: 'changed' };
    const noted = notedOf({ ...before, oauthUrl: before.oauthUrl ?? '', timeStampUrl: before.timeStampUrl ?? '' });
    return audit({ ...about(id), before: noted, after: { ...notedOf(input), ...changed } }, { id });
  },
});

/** Suspends an authority (it enrols and renews nothing) or lets it go on. @throws Failure not_found, conflict */
export const changeAuthorityStatus = command({
  name: 'authorities.change_status',
  permission: 'authorities.edit',
  stepUp: true,
  input: authorityStatusChange,
  async run({ db, input: { id, version, status }, audit }) {
    const before = await heldAuthority(db, id, version);
    if (before.status === status) throw conflict();
    await db
      .update(authorities)
      .set({ status, version: version + 1, updatedAt: sql`now()` })
      .where(eq(authorities.id, id));
    const { name } = before;
    return audit({ ...about(id), before: { name, status: before.status }, after: { name, status } }, { id });
  },
});

const about = (id: string) => ({ target: { type: 'authority', id }, partnerId: null, issuerId: null });

type Fields = Omit<AuthorityFields, 'clientSecret'>;

const rowOf = ({ name, type, baseUrl, oauthUrl, clientId, scopes, timeStampUrl, ...rule }: Fields) => ({
  name,
  type,
  baseUrl: baseUrl.replace(/\/+$/, ''),
  oauthUrl: oauthUrl === '' ? null : oauthUrl.replace(/\/+$/, ''),
  clientId,
  scopes,
  timeStampUrl: timeStampUrl === '' ? null : timeStampUrl,
  trustedRoots: rule.trustedRoots,
  accessDays: rule.accessDays,
  accessSignatures: rule.accessSignatures,
  warnDays: rule.warnDays,
  warnPercent: rule.warnPercent,
});

/** Of the roots, whose they are: the certificates themselves would fill the log. */
function notedOf(fields: Fields) {
  const { trustedRoots, ...row } = rowOf(fields);
  const roots = certificatesInPem(trustedRoots).map(({ commonName }) => commonName);
  return { ...row, ...(roots.length > 0 ? { roots: roots.join(', ') } : {}) };
}

/** @throws Failure invalid where one is no certificate, or none that issues others */
function refuseRoots({ trustedRoots }: Fields): void {
  if (trustedRoots === '') return;
  const found = certificatesInPem(trustedRoots);
  if (found.length === 0 || found.some(({ isAuthority }) => !isAuthority))
    throw new Failure('invalid', 'invalid', { trustedRoots: 'roots' });
}

async function heldAuthority(db: Database, id: string, version: number) {
  const {
    status,
    version: current,
    name,
    type,
    baseUrl,
    oauthUrl,
    clientId,
    scopes,
    timeStampUrl,
    trustedRoots,
  } = authorities;
  const { accessDays, accessSignatures, warnDays, warnPercent } = authorities;
  const [row] = await db
    .select({
      status,
      current,
      ...{ name, type, baseUrl, oauthUrl, clientId, scopes, timeStampUrl, trustedRoots },
      ...{ accessDays, accessSignatures, warnDays, warnPercent },
    })
    .from(authorities)
    .where(eq(authorities.id, id))
    .for('update');
  if (!row) throw notFound();
  if (row.current !== version) throw conflict();
  return row;
}
