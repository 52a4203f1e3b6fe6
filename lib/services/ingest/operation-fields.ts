import { z } from 'zod';
import { operationSourceSchema, operationStatusSchema, operationTypeSchema } from '@/lib/domain/operation';
import { documentSchema, errorCodeSchema } from './document-schema';
import { day, instant, text } from './fields';

/** Most documents of one operation. */
const mostDocuments = 1_000;

const folderSchema = z
  .strictObject({
    name: text(255, 'Name of the documents folder', 'Faturas de novembro'),
    recipients: z
      .array(
        z.email().max(254).meta({ description: 'E-mail address of an end recipient', example: 'ana@cliente.test' }),
      )
      .max(50),
    custodyUntil: day('Last day of custody of the folder', '2036-12-31').optional(),
  })
  .meta({ id: 'Folder', description: 'Documents folder that end recipients open' });

/** Fields of an operation, before the rules among them. */
export const operationFields = z.strictObject({
  service: text(120, 'Alias of the client service', 'PRT.513456783-PRT.501964843-3fa9c1'),
  externalReference: text(200, 'Reference of the calling software, unique per client service', 'ERP-2026-001042'),
  type: operationTypeSchema.meta({ description: 'What was signed; TEST is never counted', example: 'DOCUMENT' }),
  source: operationSourceSchema.meta({ description: 'How the request came', example: 'API_SYNC' }),
  status: operationStatusSchema.meta({ description: 'State of the operation', example: 'COMPLETED' }),
  receivedAt: instant(
    'When the request was received: between the oldest kept month and five minutes from now',
    '2026-11-25T10:15:30.125Z',
  ),
  finishedAt: instant('When it ended; absent while it is under way', '2026-11-25T10:15:31.612Z').optional(),
  errorCode: errorCodeSchema.optional(),
  certificate: text(255, 'Certificate that signed: its subject or alias', 'Padaria Central, Lda').optional(),
  folder: folderSchema.optional(),
  documents: z.array(documentSchema).min(1).max(mostDocuments),
});

export type OperationInput = z.output<typeof operationFields>;
