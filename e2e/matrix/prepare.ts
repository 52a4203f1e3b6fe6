import { createHash, randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import { asMachine, closeDatabase } from '@/db/client';
import { makeAuditAccess, makeIssuer, makeOperator, makePartner, makeService } from '@/db/factories/companies';
import { housePartnerId } from '@/db/house';
import type { Database } from '@/db/transaction';
import { newId } from '@/lib/domain/ids';
import { hashPassword } from '@/lib/services/credentials/password-hash';
import { openSuperuser } from './database';
import { mark } from './marks';
import { type Person, partnerOf, signingIn, type Tenant, tenants } from './people';
import { makeAuthority, makeCertificate } from './prepare-certificates';
import { type TenantRows, type World, writeWorld } from './world';

const day = 24 * 60 * 60 * 1_000;
/** The second of a tenant's operations needs a look, so that it is in the list of those too. */
const statuses = ['COMPLETED', 'COMPLETED_WITH_ERRORS'];
const past = { from: '2020-01-01', to: '2020-12-31' };

async function makeCompanies(db: Database): Promise<Pick<World, 'tenants' | 'partners'>> {
  const alfa = await makePartner(db, { name: mark('partner', 'alfa') });
  const beta = await makePartner(db, { name: mark('partner', 'beta'), type: 'RESELLER' });
  const ids = { alfa: alfa.id, beta: beta.id, house: housePartnerId };
  const rows: Partial<Record<Tenant, TenantRows>> = {};
  let weight = 400_009;
  for (const tenant of tenants) {
    const status = tenant === 'frozen' ? 'suspended' : 'active';
    const issuer = await makeIssuer(db, ids[partnerOf[tenant]], { name: mark('issuer', tenant), status });
    const service = await makeService(db, issuer, { name: mark('service', tenant) });
    const times = [Date.now() - 3 * day, Date.now() - 1_000] as const;
    rows[tenant] = {
      issuerId: issuer.id,
      serviceId: service.id,
      operations: [newId(times[0]), newId(times[1])],
      // Each more than all before together, so that every sum has one reading only.
      weights: [weight, weight * 2 + 1],
      ...{ wallet: issuer.walletId, certificate: newId(), flow: newId() },
    };
    weight = weight * 4 + 7;
  }
  return { tenants: rows as Record<Tenant, TenantRows>, partners: { alfa: alfa.id, beta: beta.id } };
}

async function makeOperators(db: Database, world: Pick<World, 'tenants' | 'partners'>, passwordHash: string) {
  const operators: World['operators'] = {};
  const accesses: World['accesses'] = {};
  const companyOf = (tenant: Tenant) => {
    const partner = partnerOf[tenant];
    return {
      id: world.tenants[tenant].issuerId,
      partnerId: partner === 'house' ? housePartnerId : world.partners[partner],
    };
  };
  for (const person of signingIn) {
    const operator = await makeOperator(db, {
      role: person.role ?? 'auditor',
      passwordHash,
      ...seat(person, companyOf),
    });
    const grants = [
      ...(person.granted ?? []).map((tenant) => ({ tenant, days: undefined })),
      ...(person.formerly ?? []).map((tenant) => ({ tenant, days: past })),
    ];
    for (const { tenant, days } of grants) {
      const { id } = await makeAuditAccess(db, companyOf(tenant), operator.id, days);
      accesses[`${person.name} to ${tenant}`] = { id, tenant, auditor: person.name };
    }
    operators[person.name] = { id: operator.id, email: operator.email };
  }
  return { operators, accesses };

  function seat({ partner, issuer }: Person, company: typeof companyOf) {
    if (issuer) return { partnerId: company(issuer).partnerId, issuerId: company(issuer).id };
    return partner && partner !== 'house' ? { partnerId: world.partners[partner] } : {};
  }
}

/** As the superuser: the factories know companies, and no role of the application may write the roll-up by hand. */
async function makeOperations(sql: postgres.Sql, tenant: Tenant, rows: TenantRows): Promise<void> {
  for (const [index, id] of rows.operations.entries()) {
    const weight = rows.weights[index] ?? 0;
    await sql`
      insert into operations (id, partner_id, issuer_id, service_id, payer_kind, payer_id, received_at, finished_at, local_day,
        external_ref, type, source, status, item_count, signed_count, failed_count, bytes, folder_name, recipients)
      select ${id}, s.partner_id, s.issuer_id, s.id, 'ISSUER', s.issuer_id, t, t, (t at time zone i.time_zone)::date,
        ${mark(`op${index}`, tenant)}, 'DOCUMENT', 'API_SYNC', ${statuses[index] ?? ''}, ${weight}, ${weight}, 0, 1000,
        ${mark('folder', tenant)}, ${[mark('recipient', tenant)]}
      from client_services s, installation i, to_timestamp(('x' || translate(left(${id}, 13), '-', ''))::bit(48)::bigint / 1000.0) t
      where s.id = ${rows.serviceId}`;
    await sql`
      insert into documents (operation_id, seq, partner_id, issuer_id, service_id, received_at, reference, name, mime_type,
        size_bytes, sha256, status, invoice_number, stored)
      select id, 1, partner_id, issuer_id, service_id, received_at, external_ref, ${`${mark('doc', tenant)}.pdf`}, 'application/pdf',
        1000, ${randomBytes(32)}, 'SIGNED', ${mark('invoice', tenant)}, false
      from operations where id = ${id}`;
  }
}

/** The first document of each tenant has content, with a mark of its own in it. */
async function makeContent(sql: postgres.Sql, tenant: Tenant, [id]: TenantRows['operations']): Promise<void> {
  const bytes = Buffer.from(mark('content', tenant));
  const sha256 = createHash('sha256').update(bytes).digest();
  await sql`update documents set stored = true, sha256 = ${sha256} where operation_id = ${id}`;
  await sql`
    insert into contents (partner_id, issuer_id, sha256, size_bytes, place, begun_at, kept_at)
    select partner_id, issuer_id, sha256, ${bytes.length}, 'postgres', now(), now() from documents where operation_id = ${id}`;
  await sql`
    insert into content_chunks (partner_id, issuer_id, sha256, n, bytes)
    select partner_id, issuer_id, sha256, 0, ${bytes} from documents where operation_id = ${id}`;
  await sql`
    insert into document_contents (partner_id, issuer_id, service_id, operation_id, seq, sha256, stored_at)
    select partner_id, issuer_id, service_id, operation_id, seq, sha256, now() from documents where operation_id = ${id}`;
}

/** The first operation of each tenant is folded, the second still waits as a delta. */
async function makeUsage(sql: postgres.Sql, folded: string[], waiting: string[]): Promise<void> {
  await sql`
    insert into usage_day (partner_id, issuer_id, service_id, payer_kind, payer_id, day, completed, signed_documents, bytes)
    select partner_id, issuer_id, service_id, payer_kind, payer_id, local_day, 1, signed_count, bytes
    from operations where id = any(${folded}::uuid[])`;
  await sql`
    insert into usage_partner_day (partner_id, day, status, operations, signed_documents, bytes)
    select partner_id, local_day, status, count(*), sum(signed_count), sum(bytes)
    from operations where id = any(${folded}::uuid[]) group by partner_id, local_day, status`;
  await sql`
    insert into usage_delta (partner_id, issuer_id, service_id, payer_kind, payer_id, day, status, operations, signed_documents, bytes)
    select partner_id, issuer_id, service_id, payer_kind, payer_id, local_day, status, 1, signed_count, bytes
    from operations where id = any(${waiting}::uuid[])`;
}

/** An export of everybody's own, that could be fetched now; its file says whose it is. */
async function makeExports(sql: postgres.Sql, operators: World['operators']): Promise<World['exports']> {
  const made: World['exports'] = {};
  for (const [name, operator] of Object.entries(operators)) {
    const id = newId();
    const data = Buffer.from(mark('export', name));
    await sql`
      insert into exports (id, operator_id, list, format, input, columns, standing, address, state, announced, rows, bytes,
        finished_at, expires_at)
      select ${id}, id, 'operations', 'csv', '{}', '{id}',
        jsonb_build_object('role', role, 'partnerId', partner_id, 'issuerId', issuer_id, 'issuerIds', jsonb_build_array()),
        '127.0.0.1', 'done', 1, 1, ${data.byteLength}, now(), now() + interval '1 day'
      from operators where id = ${operator.id}`;
    await sql`insert into export_chunks (export_id, seq, operator_id, data) values (${id}, 0, ${operator.id}, ${data})`;
    made[name] = id;
  }
  return made;
}

/** A mail of the foreign tenant, which nobody but an administrator may read. */
async function makeMail(sql: postgres.Sql, issuerId: string): Promise<string> {
  const id = newId();
  await sql`
    insert into mails (id, partner_id, issuer_id, template, language, to_address, to_name, parameters, state)
    select ${id}, partner_id, id, 'subscription_received', 'pt', 'mail@foreign.test', 'Mail',
      jsonb_build_object('company', name, 'code', code), 'kept'
    from issuers where id = ${issuerId}`;
  return id;
}

const [file] = process.argv.slice(2);
if (!file) throw new Error('prepare.ts takes the file to write the world to');
const password = randomBytes(18).toString('base64url');
const passwordHash = await hashPassword(password);
const made = await asMachine('system', 'write', async (db) => {
  const companies = await makeCompanies(db);
  return { ...companies, ...(await makeOperators(db, companies, passwordHash)) };
});
await closeDatabase();
const sql = openSuperuser();
await sql`select ensure_partitions((now() - interval '4 days')::date, now()::date)`;
for (const [name, { id }] of Object.entries(made.operators)) {
  await sql`update operators set name = ${mark('operator', name)} where id = ${id}`;
}
const authority = await makeAuthority(sql);
for (const tenant of tenants) {
  await makeCertificate(sql, authority, tenant, made.tenants[tenant]);
  await makeOperations(sql, tenant, made.tenants[tenant]);
  await makeContent(sql, tenant, made.tenants[tenant].operations);
}
const all = Object.values(made.tenants).map(({ operations }) => operations);
await makeUsage(
  sql,
  all.map(([first]) => first),
  all.map(([, second]) => second),
);
const exports = await makeExports(sql, made.operators);
const mail = await makeMail(sql, made.tenants.foreign.issuerId);
await sql.end();
writeWorld(file, { ...made, authority, exports, mail, housePartnerId, password, cookies: {} });
