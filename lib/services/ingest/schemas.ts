import { z } from 'zod';
import { type OperationInput, operationFields } from './operation-fields';
import { complaintsOf } from './operation-rules';

/** Most operations of a batch, and most documents of all of them: what one statement takes in well under its timeout. */
const mostOperations = 1_000;
const mostDocumentsInAll = 10_000;

/** One signing request, as the engine saw it. */
const operationSchema = operationFields
  .superRefine((operation, context) => {
    for (const { path, message } of complaintsOf(operation)) {
      context.addIssue({ code: 'custom', path: [...path], message, input: operation });
    }
  })
  .meta({ id: 'Operation', description: 'A signing request with its documents' });

/** Body of POST /api/engine/operations. All operations of a batch belong to client services of one partner. */
export const batchSchema = z
  .strictObject({ operations: z.array(operationSchema).min(1).max(mostOperations) })
  .refine(({ operations }) => totalDocuments(operations) <= mostDocumentsInAll, {
    path: ['operations'],
    message: `have more than ${mostDocumentsInAll} documents in all`,
    params: { tooLarge: true },
  })
  .meta({ id: 'Batch', description: 'Operations to register, all of one partner' });

function totalDocuments(operations: readonly OperationInput[]): number {
  return operations.reduce((total, { documents }) => total + documents.length, 0);
}

const outcomeSchema = z.strictObject({
  index: z.int().min(0).meta({ description: 'Place in the batch, from 0', example: 0 }),
  externalReference: z.string().meta({ example: 'ERP-2026-001042' }),
  id: z.uuid().meta({ description: 'Id of the operation', example: '019abd0f-6d5d-7c3e-9f10-0a4c2f7d9b11' }),
  outcome: z
    .enum(['registered', 'repeated'])
    .meta({ description: '`repeated`: this very content was registered before', example: 'registered' }),
});

/** Answer to an accepted batch, in the order of the batch. */
export const registrationSchema = z
  .strictObject({
    accepted: z.int().meta({ description: 'Operations registered by this request', example: 1 }),
    repeated: z.int().meta({ description: 'Operations that had been registered before', example: 0 }),
    results: z.array(outcomeSchema),
  })
  .meta({ id: 'Registration', description: 'What became of each operation' });

export type Registration = z.output<typeof registrationSchema>;
