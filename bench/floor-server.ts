import { createServer } from 'node:http';
import postgres from 'postgres';

/**
 * The floor: a bare node:http server with one prepared postgres.js statement, the same rows as the list's first page
 * for a partner, no session, no fence, no frame. `/html` writes them as a table, `/json` as the list's data; `/issuers` and
 * `/operators` are the first pages of these directories, and their count, for an administrator.
 */
const { FLOOR_PORT = '3999', BENCH_SUPER_URL = '' } = process.env;
const sql = postgres(BENCH_SUPER_URL, { max: 6 });
const [partner] = await sql`select partner_id from operators where email = 'integrator@demo.test'`;

const rows = () => sql`
  select o.id, o.received_at, o.finished_at, o.status, o.error_code, o.external_ref, o.type, o.source, o.item_count,
    o.failed_count, o.bytes, o.service_id, s.alias, s.name as service, i.name as issuer
  from operations o join client_services s on s.id = o.service_id join issuers i on i.id = o.issuer_id
  where o.partner_id = ${partner?.partner_id} and o.type in ('DOCUMENT', 'HASH')
    and o.received_at >= now() - interval '90 days' and o.received_at <= now()
  order by o.received_at desc, o.id desc limit 51`;

const issuers = () => sql`
  select i.id, i.name, i.code, i.status, i.bundle, p.name as partner,
    (select count(*)::int from client_services s where s.issuer_id = i.id and s.status <> 'deleted') as services,
    (select count(*)::int from operators o where o.issuer_id = i.id and o.status <> 'deleted') as operators,
    i.registered_at, (select count(*) from issuers) as total
  from issuers i join partners p on p.id = i.partner_id order by lower(i.name), i.id limit 51`;

const operators = () => sql`
  select o.id, o.name, o.email, o.role, o.status, coalesce(i.name, p.name) as company, o.last_sign_in_at, o.created_at,
    (select count(*) from operators) as total
  from operators o left join partners p on p.id = o.partner_id left join issuers i on i.id = o.issuer_id
  order by lower(o.name), o.id limit 51`;

const statements: Record<string, () => Promise<postgres.Row[]>> = { '/issuers': issuers, '/operators': operators };

const encode = (value: unknown): string =>
  String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');

createServer(async (request, response) => {
  const found = await (statements[request.url ?? ''] ?? rows)();
  if (request.url === '/json') {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ rows: found.map((row) => Object.values(row)) }));
    return;
  }
  response.setHeader('content-type', 'text/html; charset=utf-8');
  const body = found.map(
    (row) =>
      `<tr>${Object.values(row)
        .map((value) => `<td>${encode(value)}</td>`)
        .join('')}</tr>`,
  );
  response.end(`<!doctype html><html lang="pt"><title>Floor</title><table>${body.join('')}</table></html>`);
}).listen(Number(FLOOR_PORT), '127.0.0.1', () => console.log('floor ready'));
