import 'server-only';
import { and, eq, isNotNull } from 'drizzle-orm';
import { encode } from 'uqr';
import { secondFactors } from '@/db/schema';
import { isOneself } from '@/db/scope';
import { conflict } from '@/lib/domain/errors';
import { seal } from '@/lib/secrets/envelope';
import { enrolment, newSecret, placeOfSecret } from '../credentials';
import { command } from '../define';
import { aboutOneself } from './oneself';
import { type Enrolment, secondFactorWish } from './schemas';

/**
 * Proposes a second factor: a secret, which counts for nothing until a code of it is given. Asking again makes another.
 * @throws Failure conflict when there is one already
 */
export const beginSecondFactor = command({
  name: 'second_factor.begin',
  permission: 'profile.edit',
  // Whoever holds a session by theft must not lock its owner out.
  stepUp: true,
  input: secondFactorWish,
  async run({ db, actor, audit }) {
    const own = isOneself(actor, secondFactors.operatorId);
    const [confirmed] = await db
      .select()
      .from(secondFactors)
      .where(and(own, isNotNull(secondFactors.confirmedAt)));
    if (confirmed) throw conflict();
    await db.delete(secondFactors).where(eq(secondFactors.operatorId, actor.operatorId));
    const secret = newSecret();
    await db
      .insert(secondFactors)
      .values({ operatorId: actor.operatorId, secret: seal(secret, placeOfSecret(actor.operatorId)) });
    const { uri, key } = enrolment(secret, actor.email);
    return audit({ ...aboutOneself(actor), before: null, after: null }, { key, ...drawn(uri) });
  },
});

/** The QR code as one path: a unit square for each dark module. */
function drawn(text: string): Pick<Enrolment, 'path' | 'size'> {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: squares.join(''), size };
}
