const key = 'list.keys';

/** Whether single keys act in lists: whoever dictates or presses keys by accident can switch them off in this browser. */
export function singleKeys(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function keepSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // Storage may be forbidden; then they stay as they are.
  }
}
