const key = 'operations.list';

/** Keeps, for this tab alone, the list as it was last filtered, so that a detail page leads back to it. */
export function rememberList(path: string): void {
  try {
    sessionStorage.setItem(key, path);
  } catch {
    // Storage may be forbidden; the way back then leads to the list without filters.
  }
}

/** The list as it was last filtered in this tab, or null. */
export function lastList(): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
