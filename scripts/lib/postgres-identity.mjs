import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';

/** How PostgreSQL, which refuses to run as root, is run here.
 * @typedef {{ wrap(command: string, args: string[]): [string, string[]], spawn: { uid?: number, gid?: number }, own(path: string): void }} Identity */

/** @type {Identity} */
const asWeAre = { wrap: (command, args) => [command, args], spawn: {}, own: () => {} };

/** @type {Identity} */
const inUserNamespace = {
  wrap: (command, args) => ['unshare', ['--map-user=1000', '--map-group=1000', command, ...args]],
  spawn: {},
  own: () => {},
};

/** A normal user: as it is. Root: as the owner of an existing data folder; else in a user namespace (files stay root's,
 * folders closed to others work); where namespaces are refused, as `nobody`.
 * @param {string} dataDir
 * @param {string} pgData
 * @returns {Identity} */
export function postgresIdentity(dataDir, pgData) {
  if (process.getuid?.() !== 0) return asWeAre;
  const owner = statSync(pgData, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return asUser(dataDir, owner.uid, owner.gid);
  const probe = spawnSync('unshare', ['--map-user=1000', '--map-group=1000', 'true'], { stdio: 'ignore' });
  if (probe.status === 0) return inUserNamespace;
  return asUser(dataDir, idOf('-u'), idOf('-g'));
}

/** @returns {Identity} */
function asUser(dataDir, uid, gid) {
  // The other user must be able to pass through the folder; what is in it stays closed.
  chmodSync(dataDir, 0o711);
  return {
    wrap: (command, args) => [command, args],
    spawn: { uid, gid },
    own: (path) => execFileSync('chown', ['-R', `${uid}:${gid}`, path]),
  };
}

function idOf(option) {
  return Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }).trim());
}
