import { type CommonField, dayFields, type ListName, lists, lookFields, placeFields, plainView } from './lists';

/** All parameters of a list's address, in their order there. */
export function listFields(list: ListName): readonly (string | CommonField)[] {
  return [...lists[list].filters, ...dayFields, ...lookFields, ...placeFields];
}

/** The list's own parameters of an address, in their order; what is named twice is joined, as lists are. */
export function listParams(
  list: ListName,
  params: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  const given = listFields(list).map((field) => {
    const value = params[field];
    return [field, typeof value === 'object' ? value.join(',') : (value ?? '')] as const;
  });
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/** The parameters that rows and total depend on: neither columns nor the name of a view. */
export function dataParams<T>(list: ListName, params: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const fields = listFields(list).filter((field) => field !== 'columns' && field !== 'view');
  return Object.fromEntries(fields.flatMap((field) => (params[field] === undefined ? [] : [[field, params[field]]])));
}

/** What a saved view holds of an address: filters, days, order and columns; neither place, size nor the view's own id. */
function viewFields(list: ListName): readonly (string | CommonField)[] {
  return [...lists[list].filters, ...dayFields, 'sort', 'columns'];
}

/** The part of an address that a saved view keeps, in one order whatever the order there, so that equal views are equal texts. */
export function viewQuery(list: ListName, params: Readonly<Record<string, string | null | undefined>>): string {
  const kept = new URLSearchParams();
  for (const field of viewFields(list)) {
    const value = params[field];
    if (value) kept.set(field, value);
  }
  return kept.toString();
}

/** The parameters that a saved view puts into the address. */
export function viewParams(list: ListName, query: string): Readonly<Record<string, string>> {
  const fields = viewFields(list);
  return Object.fromEntries([...new URLSearchParams(query)].filter(([field]) => fields.includes(field)));
}

/** True when an address asks for nothing at all, so that a default view may open in its place. */
export function asksNothing(list: ListName, params: Readonly<Record<string, unknown>>): boolean {
  return listFields(list).every((field) => !params[field]);
}

/** The parameters of the address under which a default view opens, or null where none does. */
export function openedBy(
  list: ListName,
  params: Readonly<Record<string, unknown>>,
  views: readonly { id: string; query: string; isDefault: boolean }[],
): Readonly<Record<string, string>> | null {
  const chosen = asksNothing(list, params) ? views.find((view) => view.isDefault) : undefined;
  return chosen ? { ...viewParams(list, chosen.query), view: chosen.id } : null;
}

/** `view` for the plain list: it must be said where otherwise the default view would open. */
export const plainFor = (views: readonly { isDefault: boolean }[]): string | null =>
  views.some((view) => view.isDefault) ? plainView : null;
