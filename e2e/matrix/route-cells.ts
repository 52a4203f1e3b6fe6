import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type postgres from 'postgres';
import { type Question, questionsFor, targetsFor } from './addresses';
import type { Call, Make } from './call';
import type { Cell } from './cells';
import { changes, snapshot } from './database';
import { documentQuestionsFor } from './document-questions';
import { exportCalls } from './export-calls';
import { type Answer, type Ask, ask } from './http';
import { judge } from './judge';
import type { Looker } from './marks';
import { isLive, liveRole, type Person, people, type Tenant } from './people';
import { issuersChosenBy, partnersChosenBy, type RouteLine, routes, scopeOf } from './policy';
import { cookieOf } from './sign-in';
import { thingsFor } from './things';
import type { Truth } from './truth';
import type { World } from './world';

export const reading = ['GET', 'HEAD', 'OPTIONS'];
export const writing = ['POST', 'PUT', 'PATCH', 'DELETE'];

/** Every route handler × these methods × everybody; what it may answer is asked for in full. Writes are watched. */
export function routeCells(methods: readonly string[], world: World, looker: Looker, sql: postgres.Sql): Cell[] {
  return Object.entries(routes).flatMap(([route, lines]) =>
    people.flatMap((person) =>
      methods.flatMap((method) =>
        callsOf(route, method, lines[method], person, world).map((call) =>
          cellOf(route, person, call, world, looker, sql),
        ),
      ),
    ),
  );
}

function cellOf(route: string, person: Person, call: Call, world: World, looker: Looker, sql: postgres.Sql): Cell {
  const { object, label, truth, echo, manner, ...asked } = call;
  return {
    name: `route ${asked.method} ${route} | ${person.name} | ${object} (${label})`,
    run: async () => {
      const before = reading.includes(asked.method ?? 'GET') ? null : await snapshot(sql);
      const answer = await askInTurn({ ...asked, headers: { ...asked.headers, ...cookieOf(world, person) } });
      const changed = before === null ? [] : changes(before, await snapshot(sql));
      return [
        ...judge({ person, truth, answer, manner, looker, echo }),
        ...(changed.length > 0 ? [`changed ${changed.join(', ')}`] : []),
      ];
    },
  };
}

/** An operator fetches two exports at a time at most, and several lanes ask at once: whoever has to wait asks again. */
async function askInTurn(asked: Ask, tries = 60): Promise<Answer> {
  const answer = await ask(asked);
  if (answer.status !== 429 || tries === 0 || !asked.path.startsWith('/api/exports/')) return answer;
  await setTimeout(250);
  return askInTurn(asked, tries - 1);
}

function callsOf(route: string, method: string, line: RouteLine | undefined, person: Person, world: World): Call[] {
  const address = route.replace('[...nextauth]', 'session').replace(/\[\w+\]/, 'x');
  const call = (more: Partial<Call>): Call => ({
    method,
    path: address,
    headers: { accept: 'application/json', origin: process.env.BASE_URL ?? '' },
    object: 'self',
    label: 'plain',
    truth: { kind: 'open' },
    echo: [],
    manner: 'data',
    ...more,
  });
  // What Next answers by itself to HEAD and OPTIONS: nothing of anybody's.
  if (line === undefined) {
    const own = method === 'HEAD' || method === 'OPTIONS';
    return [call({ truth: { kind: 'no-method' }, manner: own ? 'odd' : 'data' })];
  }
  if (line.who === 'anybody') return [call({})];
  if (line.who === 'machine') return machineCalls(call);
  if (line.who === 'sign-in') return signInCalls(call, method, person);
  if (!isLive(person)) return refusedCalls(call, world);
  const role = liveRole(person);
  const permitted = role !== null && line.who.includes(role);
  if (line.about === 'content') return contentCalls(call, route, person, world, permitted);
  if (!permitted) return [call({ truth: { kind: 'forbidden' } })];
  switch (line.about) {
    case 'options':
      return optionCalls(call, person);
    case 'directory':
      return directoryCalls(call, person);
    case 'mail-body':
      return thingsFor('mail', person, world).map(({ id, label, reached }) =>
        call({ path: `/api/mails/${id}/body`, label, truth: { kind: reached ? 'shows' : 'absent' } }),
      );
    case 'certificate-file':
      return thingsFor('certificate', person, world).map(({ id, label, reached }) =>
        call({ path: `/api/certificates/${id}/chain`, label, truth: { kind: reached ? 'shows' : 'absent' } }),
      );
    case 'list':
      return listCalls(call, questionsFor(person, world));
    case 'documents':
      return listCalls(call, documentQuestionsFor(person, world));
    default:
      return exportCalls(line.about, call, person, world);
  }
}

/** Each directory by whom may list it (section 6), and one that is none. */
function directoryCalls(call: Make, person: Person): Call[] {
  const listed: Record<string, readonly string[]> = {
    issuers: ['administrator', 'partner'],
    partners: ['administrator'],
    operators: ['administrator', 'partner', 'issuer'],
    accesses: ['administrator', 'partner', 'issuer'],
    subscriptions: ['administrator', 'partner'],
    mails: ['administrator'],
  };
  const of = (name: string, truth: Truth) => call({ path: `/api/lists/${name}`, label: name, truth });
  return [
    ...Object.entries(listed).map(([name, who]) =>
      of(name, who.includes(person.role ?? '') ? { kind: 'shows' } : { kind: 'forbidden' }),
    ),
    of('passwords', { kind: 'absent' }),
  ];
}

/** The session endpoint, and next-auth's own: none of them tells anything of anybody but oneself. */
function signInCalls(call: Make, method: string, person: Person): Call[] {
  const own: Truth = isLive(person) ? { kind: 'shows', operations: [], sums: [] } : { kind: 'open' };
  if (method !== 'GET') return [call({ path: '/api/auth/session', truth: own, manner: 'odd' })];
  // A page of one's own may be where these lead.
  const led: Truth = isLive(person) ? { kind: 'shows' } : { kind: 'open' };
  return [
    call({ path: '/api/auth/session', truth: own }),
    ...['csrf', 'providers', 'signin', 'error', 'x'].map((name) =>
      call({ path: `/api/auth/${name}`, label: name, truth: led, manner: 'odd' }),
    ),
  ];
}

/** Without its token, with a wrong one, with one in the wrong place: a session makes no difference. */
function machineCalls(call: Make): Call[] {
  const bodies = { 'no body': '', 'an empty batch': '{"operations":[]}' };
  const tokens = {
    'no token': {},
    'a wrong token': { authorization: `Bearer ${'x'.repeat(40)}` },
    // Of another stranger each time: who tries one name too often is told to wait.
    basic: { authorization: `Basic ${Buffer.from(`${randomUUID()}:y`).toString('base64')}` },
  };
  return Object.entries(bodies).flatMap(([body, text]) =>
    Object.entries(tokens).map(([token, headers]) =>
      call({
        label: `${token}, ${body}`,
        headers: { 'content-type': 'application/json', ...headers },
        body: text,
        truth: { kind: 'unauthenticated' },
      }),
    ),
  );
}

/** Who is nobody gets nothing, whatever the question. */
function refusedCalls(call: Make, world: World): Call[] {
  const truth: Truth = { kind: 'unauthenticated' };
  const { path } = call({});
  return [
    call({ truth }),
    call({ truth, label: 'issuer=foreign', path: `${path}?issuer=${world.tenants.foreign.issuerId}` }),
  ];
}

function listCalls(call: Make, questions: readonly Question[]): Call[] {
  const { path } = call({});
  return questions.flatMap(({ object, label, params, operations, echo }) => {
    const more = { object, label, echo, truth: shows(operations) };
    const asked = `${path}?${new URLSearchParams(params)}`;
    const known = call({ ...more, label: `${label}, total known`, path: `${asked}&total=known` });
    return [call({ ...more, path: asked }), ...(label.startsWith('issuer=') ? [known] : [])];
  });
}

/** The first document of each tenant has content, with its owner's mark in it. */
function contentCalls(call: Make, route: string, person: Person, world: World, permitted: boolean): Call[] {
  const truthOf = (whose: Tenant | null): Truth => {
    if (!permitted) return { kind: 'forbidden' };
    return whose !== null && scopeOf(person).includes(whose) ? { kind: 'shows' } : { kind: 'absent' };
  };
  return targetsFor(person, world)
    .filter(({ label }) => !label.endsWith('/1'))
    .map(({ object, label, id, whose, echo }) =>
      call({ object, label, path: route.replace('[id]', encodeURIComponent(`${id}.1`)), truth: truthOf(whose), echo }),
    );
}

const shows = (operations: readonly string[] | undefined): Truth => ({
  kind: 'shows',
  ...(operations ? { operations } : {}),
});

/** The choices of the filter menus: companies within scope, searched or not. */
function optionCalls(call: Make, person: Person): Call[] {
  const names = [
    ...scopeOf(person).map((tenant) => `service:${tenant}`),
    ...issuersChosenBy(person).map((tenant) => `issuer:${tenant}`),
    ...partnersChosenBy(person).flatMap((partner) => (partner === 'house' ? [] : [`partner:${partner}`])),
  ];
  // Beside each service stands the name of its issuer, where there is more than one.
  const named = (search: string): Truth => ({
    kind: 'shows',
    operations: [],
    names: names.filter((each) => mentions(each, search)),
  });
  const { path } = call({});
  return [
    call({ truth: named('') }),
    ...['foreign', 'sibling', 'padaria', 'alfa', 'beta', '%', "'"].map((search) =>
      call({
        label: `search=${search}`,
        path: `${path}?search=${encodeURIComponent(search)}`,
        truth: search.length < 2 ? { kind: 'shows', operations: [], names: [] } : named(search),
      }),
    ),
  ];
}

const mentions = (name: string, search: string): boolean => search === '' || name.endsWith(`:${search}`);
