const systems =
  /(android|darwin|freebsd|linux|win32|wasm32|openharmony|netbsd|openbsd|sunos|aix|windows)(?:-(arm64|x64|ia32|arm|ppc64|s390x|riscv64|loong64|mips64el))?/;

/** npm leaves optional packages of other platforms out of a lock when the registry it was made with lacks them; `npm ci`
 * then refuses the lock. This adds an entry for each, named by version and platform (without integrity: nobody here has
 * seen the file), and sorts as npm does.
 * @template {{ packages: Record<string, any> }} Lock
 * @param {Lock} lock
 * @returns {{ lock: Lock, added: string[] }} */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  const added = [];
  for (const [owner, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isPresent(packages, owner, name)) continue;
      packages[`node_modules/${name}`] = stub(name, String(range));
      added.push(name);
    }
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added };
}

/** Node looks for a package in the folder of its owner and then in each folder above. */
function isPresent(packages, owner, name) {
  for (let base = owner; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (packages[base === '' ? `node_modules/${name}` : `${base}/node_modules/${name}`]) return true;
    if (base === '') return false;
  }
}

function stub(name, range) {
  const [, system, cpu] = name.match(systems) ?? [];
  const version = range.replace(/^[\^~]/, '');
  if (system === 'wasm32') return { version, cpu: ['wasm32'], optional: true };
  const os = system === 'windows' ? 'win32' : system;
  return { version, ...(cpu ? { cpu: [cpu] } : {}), optional: true, ...(os ? { os: [os] } : {}) };
}
