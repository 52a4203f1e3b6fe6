import { z } from 'zod';

/** Vocabulary of product.md section 4, Operation and Document. */
export const operationTypes = ['DOCUMENT', 'HASH', 'TEST'] as const;
export const operationSources = ['API_SYNC', 'API_ASYNC', 'PROXY', 'HOT_FOLDER', 'BACKOFFICE'] as const;
export const operationStatuses = [
  'RECEIVED',
  'PROCESSING',
  'COMPLETED',
  'COMPLETED_WITH_ERRORS',
  'FAILED',
  'CANCELLED',
] as const;
export const documentStatuses = ['RECEIVED', 'SIGNING', 'SIGNED', 'FAILED', 'NOTIFIED', 'ARCHIVED', 'PURGED'] as const;
export const payerKinds = ['ISSUER', 'PARTNER'] as const;

export const operationTypeSchema = z.enum(operationTypes);
export const operationSourceSchema = z.enum(operationSources);
export const operationStatusSchema = z.enum(operationStatuses);
export const documentStatusSchema = z.enum(documentStatuses);

export type OperationType = z.infer<typeof operationTypeSchema>;
export type OperationSource = z.infer<typeof operationSourceSchema>;
export type OperationStatus = z.infer<typeof operationStatusSchema>;
export type DocumentStatus = z.infer<typeof documentStatusSchema>;
export type PayerKind = (typeof payerKinds)[number];

/** Statuses after which an operation no longer changes. */
export const finishedStatuses: readonly OperationStatus[] = [
  'COMPLETED',
  'COMPLETED_WITH_ERRORS',
  'FAILED',
  'CANCELLED',
];

/** A document (or hash) that was signed, whatever happened to it later: the unit that is counted and paid. */
export const signedStatuses: readonly DocumentStatus[] = ['SIGNED', 'NOTIFIED', 'ARCHIVED', 'PURGED'];
