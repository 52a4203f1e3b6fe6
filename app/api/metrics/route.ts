import { env } from '@/lib/env';
import { hasBearer } from '@/lib/http/bearer';
import { metricsText } from '@/lib/jobs/metrics';

export const dynamic = 'force-dynamic';

/** Metrics in Prometheus' text format, for whoever holds METRICS_TOKEN. */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'Cache-Control': 'no-store' };
  if (!hasBearer(request, env().METRICS_TOKEN)) return new Response('unauthorised', { status: 401, headers });
  const { contentType, text } = await metricsText();
  return new Response(text, { headers: { ...headers, 'Content-Type': contentType } });
}
