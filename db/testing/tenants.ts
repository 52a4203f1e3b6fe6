import { makeAuditAccess, makeIssuer, makeOperator, makePartner, makeService } from '../factories/companies';
import type { Database } from '../transaction';

/** Two partners, three issuers, a service each, an operator of every role: enough to tell own from sibling and foreign. */
export async function makeTenants(db: Database) {
  const alfa = await makePartner(db, { name: 'Alfa' });
  const beta = await makePartner(db, { name: 'Beta', type: 'RESELLER' });
  const padaria = await makeIssuer(db, alfa.id, { name: 'Padaria' });
  const sibling = await makeIssuer(db, alfa.id, { name: 'Sibling' });
  const foreign = await makeIssuer(db, beta.id, { name: 'Foreign' });
  const services = {
    padaria: await makeService(db, padaria),
    sibling: await makeService(db, sibling),
    foreign: await makeService(db, foreign),
  };
  const operators = {
    administrator: await makeOperator(db, { role: 'administrator' }),
    partner: await makeOperator(db, { role: 'partner', partnerId: alfa.id }),
    foreignPartner: await makeOperator(db, { role: 'partner', partnerId: beta.id }),
    issuer: await makeOperator(db, { role: 'issuer', partnerId: alfa.id, issuerId: padaria.id }),
    auditor: await makeOperator(db, { role: 'auditor' }),
    idleAuditor: await makeOperator(db, { role: 'auditor' }),
  };
  await makeAuditAccess(db, padaria, operators.auditor.id);
  await makeAuditAccess(db, padaria, operators.idleAuditor.id, { from: '2020-01-01', to: '2020-12-31' });
  return { partners: { alfa, beta }, issuers: { padaria, sibling, foreign }, services, operators };
}

export type Tenants = Awaited<ReturnType<typeof makeTenants>>;
