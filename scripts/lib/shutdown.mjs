const controller = new AbortController();

/** Aborted once the user or the system asks the command to stop; programs started by `run` end with it. */
export const stopSignal = controller.signal;

/** From here on Ctrl-C, SIGTERM and a closed terminal stop the command in its own order instead of at once. Repeated
 * signals are swallowed: npm passes on a Ctrl-C that the terminal has already delivered, and every stop has a deadline. */
export function listenForStop() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => controller.abort());
  }
  // After a closed terminal nobody reads any more; that must not keep the command from stopping what it started.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** @returns {Promise<void>} resolved when the command has to stop */
export function stopRequested() {
  return new Promise((resolve) => {
    if (stopSignal.aborted) resolve();
    else stopSignal.addEventListener('abort', () => resolve(), { once: true });
  });
}
