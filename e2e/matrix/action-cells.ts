import type postgres from 'postgres';
import type { ActionLine } from './action-line';
import type { Cell } from './cells';
import { changes, openSessions, snapshot } from './database';
import { actionCall, actionForm, actionResult } from './flight';
import { type Answer, type Ask, ask } from './http';
import type { Looker } from './marks';
import { isLive, liveRole, type Person, people } from './people';
import { scopeOf } from './policy';
import { actions } from './policy-actions';
import { cookieOf } from './sign-in';
import { fewOf, noVersion, thingsFor } from './things';
import { mayShow } from './truth';
import type { World } from './world';

type Fields = Readonly<Record<string, string>>;
/** `code`: what a permitted caller is answered; null where it is done. */
type Arguments = { args: readonly unknown[]; form: Fields | null; code: string | null };
/** `elsewhere`: to a page that does not hold the action; Next hands it on to one that does, which may be closed to the role. */
type Post = { label: string; ask: Ask; args: Arguments; honest: boolean; elsewhere: boolean };
type Setting = { world: World; looker: Looker; sql: postgres.Sql };

const own = process.env.BASE_URL ?? '';
/** Where the request says that it comes from; only our own address is believed. */
const origins: Record<string, Fields> = {
  'own origin': { origin: own },
  'no origin': {},
  'foreign origin': { origin: 'https://evil.example' },
  'null origin': { origin: 'null' },
  'foreign host': { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
};

/** Every server action × everybody × pages to post it to × origins × arguments. One after another: rows are watched. */
export function actionCells(ids: ReadonlyMap<string, readonly string[]>, setting: Setting): Cell[] {
  return Object.entries(actions).flatMap(([name, line]) =>
    (ids.get(name) ?? []).flatMap((id) =>
      people.flatMap((person) =>
        postsOf(id, line, person, setting.world).map((post) => cellOf(name, line, person, post, setting)),
      ),
    ),
  );
}

function postsOf(id: string, line: ActionLine, person: Person, world: World): Post[] {
  const [plain, ...others] = argumentsOf(line, person, world);
  if (!plain) return [];
  const page = placeOf(line, person, world);
  const post = (place: string, origin: string, args: Arguments): Post => ({
    label: `${place}, ${origin}, ${JSON.stringify(args.form ?? args.args)}`,
    ask: withHeaders(actionCall(place, id, args.args, args.form), origins[origin] ?? {}),
    args,
    honest: origin === 'own origin',
    elsewhere: place !== page,
  });
  const first = [post(page, 'own origin', plain), post(page, 'no origin', plain)];
  if (!person.thorough) return first;
  // A stranger also tries a page that needs no session; it does not hold the action.
  const elsewhere = isLive(person) ? [] : ['/sign-in'];
  const places = new Set(['/profile', '/', `/operations/${world.tenants.foreign.operations[0]}`, ...elsewhere]);
  places.delete(page);
  return [
    ...first,
    ...[...places].map((place) => post(place, 'own origin', plain)),
    ...Object.keys(origins)
      .slice(2)
      .map((origin) => post(page, origin, plain)),
    ...(isLive(person) ? others.map((args) => post(page, 'own origin', args)) : []),
    ...oddPosts(id, line, page, plain),
  ];
}

/** Without script: an action that takes a value gets a form instead, so no sound argument. And past the middleware. */
function oddPosts(id: string, line: ActionLine, page: string, plain: Arguments): Post[] {
  const bare = { ...plain, code: plain.code ?? 'invalid' };
  const asForm = {
    label: 'as a form',
    ask: withHeaders(actionForm(page, id, bare.form), { origin: own }),
    args: bare,
    honest: true,
    elsewhere: false,
  };
  const subrequest = { 'x-middleware-subrequest': Array.from({ length: 5 }, () => 'middleware').join(':') };
  const past = withHeaders(actionCall(page, id, plain.args, plain.form), subrequest);
  return [
    ...(line.changes === 'own-session' ? [] : [asForm]),
    { label: 'as a subrequest of a middleware', ask: past, args: plain, honest: false, elsewhere: false },
  ];
}

const withHeaders = (asked: Ask, more: Fields): Ask => ({ ...asked, headers: { ...asked.headers, ...more } });

/** The page whose form it is; of a page about a thing, that of the first in reach. */
function placeOf({ page, takes }: ActionLine, person: Person, world: World): string {
  if (!('thing' in takes)) return page;
  const things = thingsFor(takes.thing, person, world);
  const thing = things.find(({ reached }) => reached) ?? things[0];
  return page.replace('[id]', thing?.id ?? '');
}

/** Each thing in reach is as it was, since its version is another; what is not in reach is not there. */
function argumentsOfThing(takes: Extract<ActionLine['takes'], { thing: unknown }>, person: Person, world: World) {
  const { thing, fields, malformed, whileSuspended } = takes;
  const frozen = person.issuer === 'frozen' && !whileSuspended;
  const form = (id: string) => ({ ...fields, id, version: String(noVersion) });
  const given = (code: string, of: Fields): Arguments => ({
    args: [null],
    form: of,
    code: frozen ? 'forbidden' : code,
  });
  return [
    ...fewOf(thingsFor(thing, person, world)).map(({ id, reached }) =>
      given(reached ? 'conflict' : 'not_found', form(id)),
    ),
    given('invalid', form('x')),
    ...malformed.map((each) => given('invalid', each)),
  ];
}

function argumentsOf({ takes, page }: ActionLine, person: Person, world: World): Arguments[] {
  if ('thing' in takes) return argumentsOfThing(takes, person, world);
  if ('form' in takes) {
    const previous = page === '/sign-in' ? { email: '', attempt: 0, problem: null } : null;
    const each = (code: string | null) => (form: Fields) => ({ args: [previous], form, code });
    const stopped = takes.stops && person.issuer === 'frozen';
    return [...takes.form.map(each(null)), ...takes.malformed.map(each(stopped ? 'forbidden' : 'invalid'))];
  }
  const sound = takes.value.map((value) => ({ args: [value], form: null, code: null }));
  return [
    ...(sound.length > 0 ? sound : [{ args: [], form: null, code: null }]),
    ...takes.malformed.map((value) => ({ args: [value], form: null, code: 'invalid' })),
  ];
}

function cellOf(name: string, line: ActionLine, person: Person, post: Post, { world, looker, sql }: Setting): Cell {
  return {
    name: `action ${name} | ${person.name} | ${post.label}`,
    run: async () => {
      const before = await stateOf(sql);
      const asked = withHeaders(post.ask, cookieOf(world, person));
      const answer = await ask(asked);
      const changed = await changesSince(sql, before);
      await reopen(sql, before, changed, world);
      const role = liveRole(person);
      const permitted =
        line.who === 'anybody'
          ? false
          : role !== null && line.who.includes(role) && post.honest && post.args.code === null;
      return [
        ...changeFaults(line, person, world, permitted, changed),
        ...answerFaults(line, permitted, post, answer, person),
        ...leaks(looker, person, answer, post.ask.path),
      ];
    },
  };
}

type State = { rows: Awaited<ReturnType<typeof snapshot>>; sessions: ReadonlySet<string> };
const stateOf = async (sql: postgres.Sql): Promise<State> => ({
  rows: await snapshot(sql),
  sessions: await openSessions(sql),
});

async function changesSince(sql: postgres.Sql, before: State): Promise<string[]> {
  const after = await stateOf(sql);
  const sessions = [...new Set([...before.sessions, ...after.sessions])].filter(
    (id) => before.sessions.has(id) !== after.sessions.has(id),
  );
  return [...changes(before.rows, after.rows), ...sessions.map((id) => `session:${id}`)];
}

/** Whoever has left comes back: the cells after this one need the session. */
async function reopen(sql: postgres.Sql, before: State, changed: readonly string[], world: World): Promise<void> {
  for (const { id } of Object.values(world.operators)) {
    if (before.sessions.has(id) && changed.includes(`session:${id}`)) {
      await sql`update sessions set ended_at = null where operator_id = ${id}`;
    }
  }
}

function changeFaults(
  line: ActionLine,
  person: Person,
  world: World,
  permitted: boolean,
  changed: readonly string[],
): string[] {
  const id = world.operators[person.name]?.id ?? '';
  const own = { 'own-row': [`operators:${id}`], 'own-session': [`session:${id}`], nothing: [] }[line.changes];
  const expected = permitted ? own : [];
  return expected.join() === changed.join()
    ? []
    : [`changed ${changed.join(', ') || 'nothing'}, not ${expected.join(', ') || 'nothing'}`];
}

function answerFaults(
  line: ActionLine,
  permitted: boolean,
  post: Post,
  { status, body }: Answer,
  person: Person,
): string[] {
  const result = actionResult(body);
  if (status >= 500 && post.honest) return [`answered ${status}`];
  if (permitted)
    return line.changes !== 'own-row' || result?.ok === true ? [] : [`refused: ${status} ${JSON.stringify(result)}`];
  if (result?.ok === true) return ['said yes'];
  const typed =
    isLive(person) && post.honest && post.ask.headers?.['next-action'] !== undefined && line.who !== 'anybody';
  if (!typed) return [];
  const code = line.who.includes(liveRole(person) ?? 'auditor') ? post.args.code : 'forbidden';
  // The middleware refuses the page before there is an action that could.
  const closed = (status === 403 || status === 404) && code === 'forbidden';
  const refused = result === null && (closed || post.elsewhere);
  return refused || result?.code === code ? [] : [`answered ${status} ${JSON.stringify(result)}, not ${code}`];
}

/** A page of one's own may come with the answer. */
function leaks(looker: Looker, person: Person, answer: Answer, path: string): string[] {
  const allowed = mayShow(person, scopeOf(person));
  const strangers = [...looker.look(answer.all, path.split('/')).whose].filter((each) => !allowed.has(each));
  return strangers.length > 0 ? [`shows what belongs to ${strangers.join(', ')}`] : [];
}
