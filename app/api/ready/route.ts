import { whyNotReady } from '@/lib/readiness';

export const dynamic = 'force-dynamic';

/** Ready to take requests: database reachable, its migrations applied, process not leaving. 503 otherwise. */
export async function GET(): Promise<Response> {
  const reason = await whyNotReady();
  const headers = { 'Cache-Control': 'no-store' };
  if (reason === null) return Response.json({ status: 'ready' }, { headers });
  return Response.json({ status: 'not ready', reason }, { status: 503, headers: { ...headers, 'Retry-After': '2' } });
}
