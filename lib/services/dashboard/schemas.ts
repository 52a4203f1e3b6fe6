import { z } from 'zod';
import { consumptionQuerySchema } from '@/lib/domain/consumption';

/** The tables of the dashboard, each of which can be had as a file. */
export const consumptionTables = ['months', 'days', 'parts', 'failures'] as const;
export type ConsumptionTable = (typeof consumptionTables)[number];

/** A table of the dashboard as its address describes it. */
export const consumptionTableSchema = consumptionQuerySchema.extend({ table: z.enum(consumptionTables) });

/** A line of such a table. What a table does not tell is null; figures of the running month or day are not final. */
export type ConsumptionLine = {
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  readonly period: string;
  /** The service, issuer or partner by its id, or the status; null where nothing is split. */
  readonly key: string | null;
  /** Null also for the service owner. */
  readonly name: string | null;
  /** Null where operations are told apart by status: an operation has one, its items have not. */
  readonly signedItems: number | null;
  readonly requests: number;
  readonly failures: number | null;
  /** Signed items (by status: requests) of the same days of last month. */
  readonly before: number | null;
  /** The reason why operations failed. */
  readonly code: string | null;
};
