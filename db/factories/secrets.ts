import { hash } from '@node-rs/argon2';
import { serviceSecrets } from '@/db/schema';
import { newId } from '@/lib/domain/ids';
import { asMachine } from '../client';

/** Gives a client service a secret; an earlier one stays. Cheap to verify: tests have better things to do. */
export async function makeServiceSecret(
  service: { id: string; partnerId: string; issuerId: string },
  secret: string,
): Promise<void> {
  const { id: serviceId, partnerId, issuerId } = service;
  const secretHash = await hash(secret, { memoryCost: 1_024, timeCost: 1 });
  const row = { id: newId(), partnerId, issuerId, serviceId, secretHash, createdAt: new Date() };
  await asMachine('system', 'write', async (db) => void (await db.insert(serviceSecrets).values(row)));
}
