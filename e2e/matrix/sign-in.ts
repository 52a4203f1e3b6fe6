import { openSuperuser } from './database';
import { ask } from './http';
import { type Person, signingIn } from './people';
import type { World } from './world';

const asList = (value: string | string[] | undefined): string[] => (Array.isArray(value) ? value : [value ?? '']);
const cookiesOf = (headers: Record<string, string | string[] | undefined>): string[] =>
  asList(headers['set-cookie']).map((line) => line.split(';', 1)[0] ?? '');

/** Signs in as a browser does: next-auth's credentials provider, over HTTP. @returns the session's cookie */
async function signIn(email: string, password: string): Promise<string> {
  const csrf = await ask({ path: '/api/auth/csrf' });
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const answer = await ask({
    method: 'POST',
    path: '/api/auth/callback/credentials?json=true',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: process.env.BASE_URL ?? '',
      cookie: cookiesOf(csrf.headers).join('; '),
    },
    body: new URLSearchParams({ email, password, csrfToken, json: 'true' }).toString(),
  });
  const session = cookiesOf(answer.headers).find((each) => each.includes('session-token='));
  if (!session) throw new Error(`${email} could not sign in: ${answer.status} ${answer.body.slice(0, 200)}`);
  return session;
}

/** Everybody signs in while they still may; then what makes strangers of some of them happens. */
export async function signEverybodyIn(world: World): Promise<void> {
  for (const { name } of signingIn) {
    const operator = world.operators[name];
    if (operator) world.cookies[name] = await signIn(operator.email, world.password);
  }
  const sql = openSuperuser();
  for (const person of signingIn) {
    const id = world.operators[person.name]?.id ?? '';
    if (person.state === 'expired') await sql`update sessions set expires_at = now() where operator_id = ${id}`;
    if (person.state === 'idle') {
      await sql`update sessions set last_seen_at = now() - interval '31 minutes' where operator_id = ${id}`;
    }
    if (person.state === 'ended') await sql`update sessions set ended_at = now() where operator_id = ${id}`;
    if (person.state === 'disabled') await sql`update operators set status = ${downfall(person)} where id = ${id}`;
    if (person.state === 'company-blocked') {
      await sql`update issuers set status = 'blocked' where id = (select issuer_id from operators where id = ${id})`;
    }
  }
  await sql.end();
}

/** Every status that is not active shuts out. */
const downfall = ({ role }: Person): string =>
  ({ administrator: 'suspended', partner: 'blocked', issuer: 'deleted', auditor: 'registered' })[role ?? 'auditor'];

/** The cookie header of somebody; none for a stranger. */
export function cookieOf(world: World, { name, state }: Person): Record<string, string> {
  if (state === 'garbled') return { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ..not.a.token' };
  const cookie = world.cookies[name];
  return cookie ? { cookie } : {};
}
