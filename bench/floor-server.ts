import { createServer } from 'node:http';
import postgres from 'postgres';

/**
 * The floor: a bare node:http server with one prepared postgres.js statement, the same rows as the list's first page
 * for a partner, no session, no fence, no frame. `/html` writes them as a table, `/json` as the list's data.
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

const encode = (value: unknown): string =>
  String(value ?? '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');

createServer(async (request, response) => {
  const found = await rows();
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
  response.end(`<!doctype html><html lang="pt"><title>Operations</title><table>${body.join('')}</table></html>`);
}).listen(Number(FLOOR_PORT), '127.0.0.1', () => console.log('floor ready'));
