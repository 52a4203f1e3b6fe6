/** Next calls this once a process, before the first request. The rest is in lib/start.ts, which needs Node. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { start } = await import('./lib/start');
    await start();
  }
}
