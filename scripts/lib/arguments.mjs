import { parseArgs } from 'node:util';

/** Reads a command's options; an unknown one ends it with a sentence instead of being passed over.
 * @template {import('node:util').ParseArgsConfig['options']} T
 * @param {T} options */
export function commandOptions(options) {
  try {
    return parseArgs({ options, strict: true }).values;
  } catch (error) {
    console.error(error instanceof Error ? error.message.split('. ')[0] : String(error));
    process.exit(2);
  }
}

/** The port to serve on.
 * @returns {number} */
export function wantedPort() {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  console.error(`PORT must be a number from 1 to 65535, not “${process.env.PORT}”.`);
  process.exit(2);
}
