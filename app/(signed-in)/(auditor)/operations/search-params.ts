import { type OperationField, operationFields, type RawParams } from '@/lib/domain/operation-filter';

/** The list's own parameters of an address, each once, in the order that paths.lists.operations writes them. */
export function queryOf(params: RawParams): Partial<Record<OperationField, string>> {
  const given = operationFields.map((field) => {
    const value = params[field];
    return [field, typeof value === 'object' ? value[0] : value] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ''));
}
