import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { machinePaths } from '../machine';
import { errorCodeSchema } from './document-schema';
import { batchSchema, registrationSchema } from './schemas';

const faultSchema = z
  .strictObject({
    path: z.string().meta({ description: 'Place in the body', example: 'operations.712.documents.0.sha256' }),
    index: z.int().min(0).optional().meta({ description: 'Place of the operation in the batch, from 0', example: 712 }),
    field: z.string().optional().meta({ description: 'Field of that operation', example: 'documents.0.sha256' }),
    message: z.string().meta({ example: 'must be 64 hexadecimal digits' }),
  })
  .meta({ id: 'Fault' });

const errorSchema = z
  .strictObject({
    code: errorCodeSchema.meta({ description: 'Code of the error table', example: '0.0.6' }),
    message: z.string().meta({ example: 'operations.712.documents.0.sha256: must be 64 hexadecimal digits' }),
    details: z.array(faultSchema).optional(),
    requestId: z.uuid().meta({ description: 'Names the request in the log of the service' }),
  })
  .meta({ id: 'Error', description: 'Every answer that is no success' });

/** Statuses of a refusal and what they mean to the engine. */
const refusals: Readonly<Record<`${4 | 5}${number}`, string>> = {
  '400': 'Body, field or batch is wrong (0.0.2, 0.0.4, 0.0.6): mend it before sending again',
  '401': 'Token invalid (0.0.10), or alias unknown (1.1.0)',
  '409': 'Registered already with other content (0.0.7): the whole batch was refused',
  '413': 'Body over 32 MiB (0.0.4): send smaller batches',
  '500': 'Unexpected error (0.0.1): the request id names it in the log',
  '503': 'Not available at the moment: send the same batch again after Retry-After seconds',
};

function answersOf(given: Readonly<Record<string, string>>) {
  const answers = Object.entries(given).map(([status, description]) => [
    status,
    { description, content: { 'application/json': { schema: errorSchema } } },
  ]);
  return Object.fromEntries(answers);
}

/** The OpenAPI 3.1 document of the machine interfaces, made from the very schemas that check the requests. */
export function openApiDocument() {
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: "Sign'Stash machine interfaces",
      version: '1.0.0',
      description:
        'Registration is idempotent by client service and external reference: the same content again is `repeated`, ' +
        'another content is refused. A batch is registered as a whole or not at all.',
    },
    security: [{ engineToken: [] }],
    components: {
      securitySchemes: {
        engineToken: { type: 'http', scheme: 'bearer', description: 'Token of the signing engine' },
        clientSecret: { type: 'http', scheme: 'basic', description: 'Alias and secret of a client service' },
        serviceToken: { type: 'http', scheme: 'bearer', description: 'Token of /api/oauth/token' },
      },
    },
    paths: {
      ...machinePaths(answersOf),
      '/api/engine/operations': {
        post: {
          operationId: 'registerOperations',
          summary: 'Register operations of one partner, up to 1,000 in a batch',
          requestBody: {
            required: true,
            content: { 'application/json': { schema: batchSchema, example: exampleBatch } },
          },
          responses: {
            '200': {
              description: 'All operations are registered',
              content: { 'application/json': { schema: registrationSchema } },
            },
            ...answersOf(refusals),
          },
        },
      },
    },
  });
}

const exampleBatch: z.input<typeof batchSchema> = {
  operations: [
    {
      service: 'PRT.513456783-PRT.501964843-3fa9c1',
      externalReference: 'ERP-2026-001042',
      type: 'DOCUMENT',
      source: 'API_SYNC',
      status: 'COMPLETED',
      receivedAt: '2026-11-25T10:15:30.125Z',
      finishedAt: '2026-11-25T10:15:31.612Z',
      certificate: 'Padaria Central, Lda',
      documents: [
        {
          name: 'FT-2026-1042.pdf',
          mimeType: 'application/pdf',
          size: 84_213,
          sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
          status: 'SIGNED',
          signatureFormat: 'PAdES',
          signatureLevel: 'B-T',
          timeStampAt: '2026-11-25T10:15:31.480Z',
          invoice: { number: 'FT 2026/1042', atcud: 'JF4K7M2X-1042', recipientNif: '501964843', total: 123.45 },
          custodyUntil: '2036-12-31',
          stored: false,
        },
      ],
    },
  ],
};
