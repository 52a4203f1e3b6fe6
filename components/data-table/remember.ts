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

/** Keeps what is named of how a page of the list is left. */
export function rememberLeft(
  list: ListName,
  { address, stamp, ...left }: Pick<Left, 'address' | 'stamp'> & Partial<Left>,
) {
  const known = leftAt(list, address, stamp);
  const others = allLeft(list).filter((each) => each.address !== address);
  const kept: Left = { selected: [], ...known, ...left, address, stamp };
  write(keyOf(list, 'left'), JSON.stringify([...others, kept].slice(-mostLeft)));
}

/** How a page of the list was left, where Back shows it again: the same rendering, or the browser's own Back or Reload. */
export function leftAt(list: ListName, address: string, stamp: string): Left | null {
  const left = allLeft(list).find((each) => each.address === address);
  return left && (left.stamp === stamp || cameBack(stamp)) ? left : null;
}

let loaded: string | null = null;

/** True for the rendering that the browser loaded by Back, Forward or Reload, rather than by a link. */
function cameBack(stamp: string): boolean {
  loaded ??= stamp;
  const [entry] = performance.getEntriesByType('navigation');
  const back = entry instanceof PerformanceNavigationTiming && ['back_forward', 'reload'].includes(entry.type);
  return back && loaded === stamp;
}
