import type { ListName } from '@/lib/domain/lists';

/** What is kept of a page of a list in this tab alone, so that Back finds it as it was left. */
type Left = {
  address: string;
  /** Of the server's rendering under which it was left. */
  stamp: string;
  selected: readonly string[];
  /** The row that had the focus, by its place. */
  row?: number;
};

const mostLeft = 20;
const keyOf = (list: ListName, part: 'address' | 'left') => `list.${list}.${part}`;

function write(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text);
  } catch {
    // Storage may be forbidden or full; then nothing is remembered.
  }
}

function read(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps the address of the list as it was last filtered: a detail page leads back to it. */
export const rememberAddress = (list: ListName, path: string): void => write(keyOf(list, 'address'), path);
/** The list as it was last filtered in this tab, or null. */
export const lastAddress = (list: ListName): string | null => read(keyOf(list, 'address'));

function allLeft(list: ListName): readonly Left[] {
  try {
    const left: unknown = JSON.parse(read(keyOf(list, 'left')) ?? '[]');
    return Array.isArray(left) ? left : [];
  } catch {
    return [];
  }
}

export function rememberLeft(list: ListName, left: Left): void {
  const others = allLeft(list).filter(({ address }) => address !== left.address);
  write(keyOf(list, 'left'), JSON.stringify([...others, left].slice(-mostLeft)));
}

/** How a page of the list was left, or null. */
export const leftAt = (list: ListName, address: string): Left | null =>
  allLeft(list).find((left) => left.address === address) ?? null;

/** True when the browser loaded this page by Back, Forward or Reload, rather than by a link. */
export function cameBack(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && ['back_forward', 'reload'].includes(entry.type);
}
