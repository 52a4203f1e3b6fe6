export const dynamic = 'force-dynamic';

/** Alive: the process answers. Says nothing about the database, so that a database outage restarts nobody. */
export function GET(): Response {
  return Response.json({ status: 'alive' }, { headers: { 'Cache-Control': 'no-store' } });
}
