import { inArray } from 'drizzle-orm';
import type postgres from 'postgres';
import { asMachine } from '@/db/client';
import { makeAuditAccess, makeIssuer, makeOperator, makePartner } from '@/db/factories/companies';
import { openSession } from '@/db/gate/sessions';
import { housePartnerId } from '@/db/house';
import { issuers, operators, partners } from '@/db/schema';
import type { Database } from '@/db/transaction';
import { actorOfSession } from '@/lib/auth/session-actor';
import type { Actor } from '@/lib/domain/actor';
import { Failure } from '@/lib/domain/errors';
import { newId } from '@/lib/domain/ids';
import { changeIssuerStatus } from '@/lib/services/issuers/change-status';
import { changeOperatorStatus } from '@/lib/services/operators/change-status';
import { renameOperator } from '@/lib/services/operators/rename';
import { changePartnerStatus } from '@/lib/services/partners/change-status';
import { runCommand } from '@/lib/services/run';
import { type Act, type CompanyName, companyNames, type OperatorName, operatorNames, type World } from './world';

type Ids = Record<CompanyName | OperatorName, string>;

/** The product itself with the companies and people of the model. */
export class Stage {
  /** The session that somebody last came with: when nobody may come any more, it must be worth nothing. */
  readonly tokens = new Map<OperatorName, string>();
  /** What was tried, in order: steps that choose by what the world is like only know it now. */
  readonly story: string[] = [];
  told = () => `“${this.story.join('; ')}”`;

  private constructor(private readonly ids: Ids) {}

  /** Sets a new world up. Administrators of worlds before would keep the last one of this world from being the last. */
  static async open(world: World, superuser: postgres.Sql): Promise<Stage> {
    await superuser`update operators set status = 'deleted' where role = 'administrator'`;
    return new Stage(await asMachine('system', 'write', (db) => makeWorld(db, world)));
  }

  /** Who comes with a session that is opened now, as a request would find it. */
  async enter(name: OperatorName): Promise<Actor | null> {
    const token = newId();
    this.tokens.set(name, token);
    const operatorId = this.ids[name];
    const session = { id: newId(), operatorId, token, seconds: 3600, address: '127.0.0.1', userAgent: 'Firefox' };
    await asMachine('gate', 'write', (db) => openSession(db, session));
    return this.comeBack(token);
  }

  comeBack(token: string): Promise<Actor | null> {
    return actorOfSession(token, { id: newId(), address: '127.0.0.1' });
  }

  /** Runs the verb of an act. `version`: as last seen. @returns ok, or the code of the failure */
  async try(actor: Actor, act: Act, world: World, id = this.ids[act.on]): Promise<string> {
    const { version } = act.kind === 'company' ? world.companies[act.on] : world.operators[act.on];
    try {
      if (act.kind === 'rename') {
        await runCommand(actor, renameOperator, { id, version, name: `Name ${version}` });
        return 'ok';
      }
      const change = { id, version, status: act.to, reason: act.to === 'active' ? '' : 'Asked for' };
      if (act.kind === 'operator') await runCommand(actor, changeOperatorStatus, change);
      else if (world.companies[act.on].kind === 'issuer') await runCommand(actor, changeIssuerStatus, change);
      else await runCommand(actor, changePartnerStatus, change);
      return 'ok';
    } catch (error) {
      if (error instanceof Failure) return error.code;
      throw error;
    }
  }

  /** Status and version of everything, by name. */
  async read(): Promise<Record<string, string>> {
    const all = Object.values(this.ids);
    const rows = await asMachine('system', 'read', async (db) => {
      const found = [];
      for (const table of [partners, issuers, operators]) {
        const columns = { id: table.id, status: table.status, version: table.version };
        found.push(...(await db.select(columns).from(table).where(inArray(table.id, all))));
      }
      return found;
    });
    const byId = new Map(rows.map(({ id, status, version }) => [id, `${status} ${version}`]));
    return Object.fromEntries(
      [...companyNames, ...operatorNames].map((name) => [name, byId.get(this.ids[name]) ?? '']),
    );
  }
}

/** What `Stage.read` should find. */
export const pictureOf = (world: World): Record<string, string> =>
  Object.fromEntries(
    [...Object.entries(world.companies), ...Object.entries(world.operators)].map(([name, { status, version }]) => [
      name,
      `${status} ${version}`,
    ]),
  );

async function makeWorld(db: Database, world: World): Promise<Ids> {
  const ids: Partial<Ids> = {};
  const rows: Partial<Record<CompanyName, Awaited<ReturnType<typeof makeIssuer>>>> = {};
  // Partners come first among the names.
  for (const name of companyNames) {
    const { kind, partner, reseller, status } = world.companies[name];
    if (kind === 'partner') {
      ids[name] = (await makePartner(db, { name, status, type: reseller ? 'RESELLER' : 'INTEGRATOR' })).id;
      continue;
    }
    const row = await makeIssuer(db, (partner && ids[partner]) ?? housePartnerId, { name, status });
    ids[name] = row.id;
    rows[name] = row;
  }
  for (const name of operatorNames) {
    const { role, company, granted, status } = world.operators[name];
    const issuer = company && rows[company];
    const place = issuer ? { partnerId: issuer.partnerId, issuerId: issuer.id } : belongingTo(company && ids[company]);
    const { id } = await makeOperator(db, { role, status, ...place });
    ids[name] = id;
    const consulted = granted && rows[granted];
    if (consulted) await makeAuditAccess(db, consulted, id);
  }
  return ids as Ids;
}

const belongingTo = (partnerId: string | null | undefined) => (partnerId ? { partnerId } : {});
