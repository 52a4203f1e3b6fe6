import { hash } from '@node-rs/argon2';
import { serviceSecrets } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { argon2id } from './accounts';
import type { Companies } from './companies';
import type { Random } from './random';

/** The secret of every client service of the demonstration; README names it. */
const secret = 'Demo-service-2026';

/** Gives each client service its secret. */
export async function seedServiceSecrets(db: Database, random: Random, { services }: Companies, now: Date) {
  const secretHash = await hash(secret, argon2id);
  await db.insert(serviceSecrets).values(
    services.map(({ id, partnerId, issuerId }) => ({
      id: random.id(now),
      partnerId,
      issuerId,
      serviceId: id,
      secretHash,
      createdAt: now,
    })),
  );
}
