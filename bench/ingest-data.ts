import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { asMachine } from '@/db/client';
import { makeIssuer, makePartner, makeService } from '@/db/factories/companies';
import type { OperationInput } from '@/lib/services/ingest/operation-fields';
import type { ServiceOwner } from '@/lib/services/ingest/rows';

/** A partner of its own with services of twenty issuers, so that a measurement touches nobody's rows. */
export function makeOwners(): Promise<ServiceOwner[]> {
  return asMachine('system', 'write', async (db) => {
    await db.execute(
      sql`select ensure_partitions((now() - interval '1 month')::date, (now() + interval '1 month')::date)`,
    );
    const partner = await makePartner(db, { name: 'Benchmark' });
    const owners: ServiceOwner[] = [];
    for (let count = 0; count < 20; count += 1) {
      const issuer = await makeIssuer(db, partner.id);
      const { id, alias } = await makeService(db, issuer);
      owners.push({
        id,
        alias,
        partnerId: partner.id,
        issuerId: issuer.id,
        partnerType: partner.type,
        typeChanges: null,
      });
    }
    return owners;
  });
}

/** Numbers, as invoicing software counts; or UUIDs, which cost the trigram index most: no two have a word in common. */
export type References = 'numbers' | 'uuids';

/** Every operation of a run has a number of its own: its references go up as those of invoicing software do. */
let issued = 0;

/** A VAT number of one of a few thousand recipients; its check digit is nobody's concern here. */
const recipientOf = (number: number): string => String(500_000_000 + ((number * 7_919) % 4_000) * 9_973);

/**
 * An operation with one document, as in production: within the last days, a few failures, reference and numbers in the
 * form of the interface's own examples.
 */
function operation(owner: ServiceOwner, place: number, references: References): OperationInput {
  issued += 1;
  const number = 1_000_000 + issued;
  const at = Date.now() - 60_000 - Math.floor(Math.random() * 86_400_000);
  const failed = place % 50 === 0;
  return {
    service: owner.alias,
    externalReference: references === 'numbers' ? `ERP-2026-${number}` : randomUUID(),
    type: 'DOCUMENT',
    source: 'API_SYNC',
    status: failed ? 'FAILED' : 'COMPLETED',
    receivedAt: new Date(at).toISOString(),
    finishedAt: new Date(at + 900).toISOString(),
    ...(failed ? { errorCode: '2.2.0' as const } : {}),
    certificate: 'Padaria Central, Lda',
    documents: [
      {
        name: `FT-2026-${number}.pdf`,
        mimeType: 'application/pdf',
        size: 40_000 + place,
        sha256: createHash('sha256').update(randomUUID()).digest('hex'),
        status: failed ? 'FAILED' : 'SIGNED',
        signatureFormat: 'PAdES',
        signatureLevel: 'B-T',
        timeStampAt: new Date(at + 800).toISOString(),
        invoice: {
          number: `FT 2026/${number}`,
          atcud: `JF4K7M2X-${number}`,
          recipientNif: recipientOf(number),
          total: 123.45,
        },
        custodyUntil: '2036-12-31',
        stored: false,
      },
    ],
  };
}

/** `count` fresh operations, spread over the services of one partner. */
export function makeOperations(
  owners: readonly ServiceOwner[],
  count: number,
  references: References = 'numbers',
): { operation: OperationInput; owner: ServiceOwner }[] {
  return Array.from({ length: count }, (_, place) => {
    const owner = owners[place % owners.length];
    if (!owner) throw new Error('a measurement needs client services');
    return { operation: operation(owner, place, references), owner };
  });
}
