import { env } from '@/lib/env';
import { hasBearer } from '@/lib/http/bearer';
import { drain } from '@/lib/jobs/drain';
import { log } from '@/lib/log';

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'no-store' };

/**
 * Background work where no process lives long enough for loops. The one GET that changes state: schedulers of hosts
 * can do no other, and the secret stands for the Origin check.
 */
export async function GET(request: Request, { params }: { params: Promise<{ job: string }> }): Promise<Response> {
  if (!hasBearer(request, env().CRON_SECRET)) return answer(401, { error: 'unauthorised' });
  const { job } = await params;
  try {
    const counts = await drain(job);
    return counts ? answer(200, { job, ...counts }) : answer(404, { error: 'unknown job' });
  } catch (error) {
    log().error({ err: error, job }, 'a job called by cron failed');
    return answer(503, { error: 'failed' });
  }
}

const answer = (status: number, body: object): Response => Response.json(body, { status, headers });
