/** A page of a list; `previous` and `next` say whether there is more on either side. */
export type PageRows<Row> = {
  readonly rows: readonly Row[];
  readonly previous: boolean;
  readonly next: boolean;
};

type Place = { readonly size: number; readonly after: string | null; readonly before: string | null };

/** The page at a place: `found` is what was read in the direction of reading, one row more than fits where there is one. */
export function pageRows<Found, Row>(
  place: Place,
  found: readonly Found[],
  rowOf: (found: Found) => Row,
): PageRows<Row> {
  const backwards = place.before !== null;
  const rows = found.slice(0, place.size).map(rowOf);
  const more = found.length > place.size;
  return {
    rows: backwards ? rows.reverse() : rows,
    previous: backwards ? more : place.after !== null,
    next: backwards || more,
  };
}
