import { clientCredentialsOf } from '@/lib/auth/basic';
import { originOf } from '@/lib/auth/request-origin';
import { authenticateService, issueToken } from '@/lib/auth/service-tokens';
import { MachineFailure } from '@/lib/domain/machine-failure';
import { readBytes } from '@/lib/http/json-body';
import { answerMachine } from '@/lib/http/machine-answer';

export const dynamic = 'force-dynamic';

const mostBytes = 4_096;

/** A client service exchanges alias and secret for a bearer token (RFC 6749, 4.4). */
export async function POST(request: Request): Promise<Response> {
  const answer = await answerMachine(async (id) => {
    const origin = { ...originOf(request.headers), id };
    const given = clientCredentialsOf(request.headers);
    if (!given) throw new MachineFailure('1.1.0', 'Send alias and secret by HTTP Basic.');
    const service = await authenticateService(given, origin);
    await checkGrant(request);
    return issueToken(service, origin);
  });
  if (answer.status === 401) answer.headers.set('WWW-Authenticate', 'Basic');
  return answer;
}

/** @throws MachineFailure 0.0.2 without grant_type, 0.0.6 another grant, 0.0.4 a body that is no form of this kind */
async function checkGrant(request: Request): Promise<void> {
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded') {
    throw new MachineFailure('0.0.6', 'Content-Type must be application/x-www-form-urlencoded.');
  }
  const form = new URLSearchParams(Buffer.from(await readBytes(request, mostBytes)).toString('utf8'));
  const grant = form.get('grant_type');
  if (!grant)
    throw new MachineFailure('0.0.2', 'grant_type is mandatory.', [{ path: 'grant_type', message: 'is mandatory' }]);
  if (grant !== 'client_credentials') throw new MachineFailure('0.0.6', 'grant_type must be client_credentials.');
}
