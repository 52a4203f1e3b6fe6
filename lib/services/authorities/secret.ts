import 'server-only';
import { seal, unseal } from '@/lib/secrets/envelope';

const placeOf = (id: string) => ({ table: 'authorities', column: 'client_secret', row: id, tenant: 'system' });

/** The secret by which the product proves itself to an authority, as it is stored. */
export const sealClientSecret = (id: string, secret: string): Buffer => seal(Buffer.from(secret, 'utf8'), placeOf(id));

export const openClientSecret = (id: string, sealed: Buffer): string => unseal(sealed, placeOf(id)).toString('utf8');
