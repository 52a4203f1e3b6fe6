import { z } from 'zod';
import { errorCodeList } from '@/lib/domain/errors';
import {
  documentStatusSchema,
  operationSourceSchema,
  operationStatusSchema,
  operationTypeSchema,
} from '@/lib/domain/operation';

/** What client services are told. Names are those of registration; what is not known is absent. */
const errorCode = z.enum(errorCodeList).optional();
const instant = z.iso.datetime().meta({ example: '2026-11-25T10:15:30.125Z' });
const day = z.iso.date().meta({ example: '2036-12-31' });

const documentView = z
  .strictObject({
    id: z.string().meta({
      description: '`<operation id>.<number>`',
      example: '019ac5f2-7c2d-7b1e-9f7e-0c6a3d1e5b42.1',
    }),
    name: z.string().optional(),
    mimeType: z.string().optional(),
    size: z.int().optional(),
    sha256: z.string(),
    status: documentStatusSchema,
    errorCode,
    signatureFormat: z.string().optional(),
    signatureLevel: z.string().optional(),
    timeStampAt: instant.optional(),
    invoice: z
      .strictObject({
        number: z.string().optional(),
        atcud: z.string().optional(),
        recipientNif: z.string().optional(),
        total: z.number().optional(),
      })
      .optional(),
    custodyUntil: day.optional(),
    stored: z.boolean().meta({ description: 'Whether the content is kept by the service' }),
  })
  .meta({ id: 'DocumentView', description: 'A document, or a hash item, of an operation' });

export const operationView = z
  .strictObject({
    id: z.uuid(),
    externalReference: z.string(),
    type: operationTypeSchema,
    source: operationSourceSchema,
    status: operationStatusSchema,
    errorCode,
    receivedAt: instant,
    finishedAt: instant.optional(),
    certificate: z.string().optional(),
    folder: z
      .strictObject({ name: z.string(), recipients: z.array(z.string()), custodyUntil: day.optional() })
      .optional(),
    documents: z.array(documentView),
  })
  .meta({ id: 'OperationView', description: 'An operation of the calling client service' });

export type OperationView = z.infer<typeof operationView>;

export const operationsView = z
  .strictObject({ operations: z.array(operationView).meta({ description: 'None, or the one with this reference' }) })
  .meta({ id: 'OperationsView' });

/** Query of the operations list: the reference is unique in a client service. */
export const operationsQuery = z.strictObject({
  externalRef: z
    .string()
    .min(1)
    .max(200)
    .refine((value) => !value.includes('\0'), 'contains NUL')
    .meta({ description: 'External reference', example: 'ERP-2026-001042' }),
});

export const tokenView = z
  .strictObject({
    access_token: z.string().meta({ description: 'Opaque; only its hash is kept here' }),
    token_type: z.literal('Bearer'),
    expires_in: z.int().meta({ description: 'Seconds', example: 86_399 }),
  })
  .meta({ id: 'Token' });

export const contentView = z
  .strictObject({
    outcome: z.enum(['stored', 'repeated']),
    size: z.int().meta({ description: 'Bytes', example: 84_213 }),
    sha256: z.string(),
  })
  .meta({ id: 'StoredContent' });
