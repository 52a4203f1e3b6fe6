import postgres from 'postgres';
import { newId } from '@/lib/domain/ids';

export type Role = 'administrator' | 'integrator' | 'issuer' | 'auditor1' | 'auditor20' | 'auditor200';

/** What every bench gets: the served application with sessions, the floor beside it, the database underneath. */
export type BenchContext = {
  baseUrl: string;
  floorUrl: string;
  /** Cookie header of a signed-in operator. */
  cookies: Record<Role, string>;
  /** Superuser: the bare side of SQL ratios knows no fences. */
  sql: postgres.Sql;
};

/** Who stands for each role: accounts of the demonstration, and two auditors made beside them. */
export const accounts: Readonly<Record<Role, string>> = {
  administrator: 'admin@demo.test',
  integrator: 'integrator@demo.test',
  issuer: 'issuer@demo.test',
  auditor1: 'auditor@demo.test',
  auditor20: 'auditor20@demo.test',
  auditor200: 'auditor200@demo.test',
};

const password = 'Demo-signstash-2026';

/** Signs in over HTTP, as a browser does. @returns the Cookie header */
export async function signIn(baseUrl: string, email: string): Promise<string> {
  const csrf = await fetch(`${baseUrl}/api/auth/csrf`);
  const jar = cookiesOf(csrf);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await fetch(`${baseUrl}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: baseUrl, cookie: jar.join('; ') },
    body: new URLSearchParams({ email, password, csrfToken, json: 'true' }),
  });
  const session = cookiesOf(answer).find((each) => each.includes('session-token='));
  if (!session) throw new Error(`${email} could not sign in for the bench: ${answer.status}`);
  return [...jar, session].join('; ');
}

const cookiesOf = (answer: Response): string[] =>
  answer.headers.getSetCookie().map((line) => line.split(';', 1)[0] ?? '');

/** Auditors with 20 and 200 grants, made beside the demo accounts with the same password. */
async function ensureAuditors(sql: postgres.Sql): Promise<void> {
  for (const grants of [20, 200]) {
    const email = `auditor${grants}@demo.test`;
    const known = await sql`select 1 from operators where email = ${email}`;
    if (known.length > 0) continue;
    const id = newId();
    // All of it or nothing: an auditor that was left without grants would be taken for made.
    await sql.begin(async (made) => {
      await made`insert into operators (id, role, email, name, password_hash, status, language)
        select ${id}, 'auditor', ${email}, ${`Auditor ${grants}`}, password_hash, 'active', 'pt' from operators where email = 'auditor@demo.test'`;
      const issuers = await made`select id, partner_id from issuers order by id limit ${grants}`;
      for (const issuer of issuers) {
        await made`insert into audit_accesses (id, partner_id, issuer_id, auditor_id, auditor_email, granted_by, valid_from, valid_to)
          values (${newId()}, ${issuer.partner_id}, ${issuer.id}, ${id}, ${email}, ${id}, '2020-01-01', '2099-12-31')`;
      }
    });
  }
}

/** Builds the context from what scripts/bench.mjs started. */
export async function openContext(env: NodeJS.ProcessEnv): Promise<BenchContext> {
  const { BASE_URL: baseUrl = '', FLOOR_URL: floorUrl = '', BENCH_SUPER_URL = '' } = env;
  const sql = postgres(BENCH_SUPER_URL, { max: 2, onnotice: () => {} });
  await ensureAuditors(sql);
  const cookies = {
    administrator: await signIn(baseUrl, accounts.administrator),
    integrator: await signIn(baseUrl, accounts.integrator),
    issuer: await signIn(baseUrl, accounts.issuer),
    auditor1: await signIn(baseUrl, accounts.auditor1),
    auditor20: await signIn(baseUrl, accounts.auditor20),
    auditor200: await signIn(baseUrl, accounts.auditor200),
  };
  return { baseUrl, floorUrl, cookies, sql };
}
