import 'server-only';
import { z } from 'zod';
import { asService } from '@/db/client';
import { operations } from '@/db/schema';
import { inServiceScope } from '@/db/scope';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { ServiceCaller } from '@/lib/domain/service-caller';
import type { ServiceCommand } from '../for-service';
import { readContent } from './content-read';
import { type Closed, findContent, type OpenContent } from './content-row';

const input = z.strictObject({ id: z.string() });

const reasons: Record<Closed, readonly [status: number, message: string]> = {
  details_only: [409, 'Of a document that came through the on-premise proxy only the details exist.'],
  hash: [409, 'A hash item has no content.'],
  not_stored: [409, 'The content of this document is not kept.'],
  awaited: [409, 'The content has not been delivered yet.'],
  purged: [410, 'The content was purged when its custody ended.'],
};

/**
 * Opens the content of a document of the calling client service, on the record.
 * @throws MachineFailure 0.0.6: 404 absent or foreign, 409 or 410 without content
 */
export const openOwnContent: ServiceCommand<typeof input, OpenContent> = {
  name: 'documents.content',
  input,
  run: async ({ db, caller, input: { id }, audit }) => {
    const found = await findContent(db, inServiceScope(caller, operations), id);
    if (found === null) throw new MachineFailure('0.0.6', 'There is no such document.', [], 404);
    if (typeof found === 'string') {
      const [status, message] = reasons[found];
      throw new MachineFailure('0.0.6', message, [], status);
    }
    const { partnerId, issuerId, sha256 } = found;
    const target = { type: 'document', id };
    return audit({ target, partnerId, issuerId, before: null, after: { download: true, sha256 } }, found);
  },
};

/** The bytes of what `openOwnContent` found, read with the service's own rights. Null: they should be there and are not. */
export function ownContent(caller: ServiceCaller, found: OpenContent): Promise<AsyncIterable<Uint8Array> | null> {
  return readContent(found, (kind, work) => asService(caller, kind, work));
}
