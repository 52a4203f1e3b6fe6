import { z } from 'zod';
import type { Day } from './consumption-calendar';
import { errorCodeList } from './errors';
import {
  cursorSchema,
  daySchema,
  idSchema,
  type ListNote,
  leastContained,
  listReader,
  type RawParams,
  searchSchema,
  sizeSchema,
} from './list-reader';
import { listFields } from './list-view';
import type { CommonField, lists } from './lists';
import { operationSourceSchema, operationStatusSchema, operationTypeSchema } from './operation';

export type { RawParams } from './list-reader';

const errorSchema = z.enum(errorCodeList);

/** What narrows the operations list. An empty list means any; days are local days, both included. */
export const operationFilterSchema = z.strictObject({
  service: z.uuid().nullable(),
  issuer: z.uuid().nullable(),
  partner: z.uuid().nullable(),
  statuses: z.array(operationStatusSchema),
  types: z.array(operationTypeSchema).min(1),
  sources: z.array(operationSourceSchema),
  error: errorSchema.nullable(),
  reference: searchSchema.nullable(),
  document: searchSchema.refine((text) => [...text].length >= leastContained).nullable(),
  from: daySchema,
  to: daySchema,
});
export type OperationFilter = z.infer<typeof operationFilterSchema>;

const sorts = ['newest', 'oldest'] as const;

/** A filter together with the order and the page of it that is asked for; at most one of the two cursors is set. */
export const operationPageSchema = operationFilterSchema.extend({
  sort: z.enum(sorts),
  after: cursorSchema.nullable(),
  before: cursorSchema.nullable(),
  size: sizeSchema,
});
export type OperationPage = z.infer<typeof operationPageSchema>;

export type OperationField = (typeof lists.operations.filters)[number] | CommonField;
/** Names of the filters in the address (contract.md, Routes), in their order there. */
export const operationFields = listFields('operations') as readonly OperationField[];

export type FilterNote = ListNote<OperationField>;

/** Without a choice TEST operations stay out: they are in no count. */
export const countedTypes = ['DOCUMENT', 'HASH'] as const;

/**
 * Reads filter and page from an address. Never fails: what is malformed or unknown takes its default and leaves a note.
 * @param today local day of the installation's zone
 */
export function readOperationPage(params: RawParams, today: Day): { page: OperationPage; notes: FilterNote[] } {
  const read = listReader<(typeof lists.operations.filters)[number]>(params, today);
  const types = read.several('type', operationTypeSchema);
  const service = read.one('service', idSchema);
  const reference = read.text('reference');
  const page: OperationPage = {
    service,
    issuer: read.one('issuer', idSchema),
    partner: read.one('partner', idSchema),
    statuses: read.several('status', operationStatusSchema),
    types: types.length > 0 ? types : [...countedTypes],
    sources: read.several('source', operationSourceSchema),
    error: read.one('error', errorSchema),
    reference,
    document: read.text('document', { inside: true }),
    ...read.days(service !== null || reference !== null),
    ...read.page(sorts),
  };
  // Columns change no row; the screen reads them itself, but what it does not know is said once.
  read.columns('operations');
  return { page, notes: read.notes };
}
