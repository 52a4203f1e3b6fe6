import { newId } from '@/lib/domain/ids';
import { type Question, questionsFor, targetsFor } from './addresses';
import type { Cell } from './cells';
import { documentQuestionsFor, documentTargetsFor } from './document-questions';
import { ask } from './http';
import { judge } from './judge';
import type { Looker } from './marks';
import { isLive, liveRole, type Person, type Tenant } from './people';
import { pages, scopeOf } from './policy';
import type { PageLine } from './policy-lines';
import { cookieOf } from './sign-in';
import { askedBefore } from './thing-tries';
import { type AboutThing, fewOf, isAboutThing, malformedThingIds, thingsFor } from './things';
import { asDocument, asFlight, detours, type Transport } from './transports';
import type { Truth } from './truth';
import type { World } from './world';

/** An address of a page, and what must come of it. */
type Visit = {
  object: string;
  label: string;
  path: string;
  query: string;
  truth: Truth;
  echo: readonly string[];
  key: boolean;
};

/** Asked for in every way, and of who is nobody. */
const keyQuestions = /^(no filter|issuer=padaria|issuer=foreign)$/;
const keyTargets = /^(padaria|foreign)\/0$|^missing 0$|^malformed 1$/;
/** What the page of the list is asked for; its data route and its verb are asked for all. */
const asked = /^(no filter|(issuer|document|partner)=.*|service=(missing|malformed|foreign))$/;

type Choice = {
  people: readonly Person[];
  /** Also by the ways in that no browser takes. */
  detours: boolean;
};

/** Every page × everybody × everything that it can be asked for × every way of asking. */
export function pageCells(world: World, looker: Looker, choice: Choice): Cell[] {
  return Object.entries(pages).flatMap(([page, line]) =>
    choice.people.flatMap((person) =>
      visitsOf(page, line, person, world).flatMap((visit) => {
        // A tab of a page has its matcher and its guard: no way round the one leads past the other.
        const isTab = page.includes('[id]/');
        const odd = choice.detours && person.thorough && visit.key && !isTab ? detours : [];
        const flight = person.thorough && visit.key ? [asFlight] : [];
        return [asDocument, ...flight, ...odd].map((transport) =>
          cellOf(page, person, visit, transport, world, looker),
        );
      }),
    ),
  );
}

function cellOf(page: string, person: Person, visit: Visit, transport: Transport, world: World, looker: Looker): Cell {
  return {
    name: `page ${page} | ${person.name} | ${visit.object} (${visit.label}) | ${transport.name}`,
    run: async () => {
      const asked = transport.ask(visit.path, visit.query);
      const answer = await ask({ ...asked, headers: { ...asked.headers, ...cookieOf(world, person) } });
      return judge({ person, truth: visit.truth, answer, manner: transport.manner, looker, echo: visit.echo });
    },
  };
}

function visitsOf(page: string, line: PageLine, person: Person, world: World): Visit[] {
  const plain = (truth: Truth, path = page): Visit => ({
    object: 'self',
    label: 'plain',
    path,
    query: '',
    truth,
    echo: heardOn(page, world),
    key: true,
  });
  if (line.who === 'anybody') return isLive(person) ? [] : [plain({ kind: 'open' })];
  const refused = refusal(person);
  if (line.who === 'unknown') return [{ ...plain({ kind: 'closed' }, `${page}-${newId()}`), key: false }];
  if (line.who === 'none') return [plain(refused ?? { kind: 'forbidden' })];
  const role = liveRole(person);
  const denied: Truth | null = refused ?? (role !== null && line.who.includes(role) ? null : { kind: 'forbidden' });
  if (isAboutThing(line.about)) return thingVisits(page, line.about, denied, person, world);
  switch (line.about) {
    case 'list':
    case 'documents':
      return (line.about === 'list' ? questionsFor : documentQuestionsFor)(person, world)
        .filter(({ label }) => (isLive(person) ? asked.test(label) : keyQuestions.test(label)))
        .map((question) => listVisit(page, question, denied));
    case 'operation':
    case 'document':
      return (line.about === 'operation' ? targetsFor : documentTargetsFor)(person, world)
        .map(({ object, label, id, whose, echo }) => ({
          object,
          label,
          path: page.replace('[id]', encodeURIComponent(id)),
          query: '',
          truth: denied ?? operationTruth(person, label, whose),
          echo,
          key: keyTargets.test(label),
        }))
        .filter(({ key }) => key || isLive(person));
    case 'dashboard':
      return [
        '',
        'split=service',
        'split=issuer',
        'split=partner',
        'split=status',
        'split=x%27--&months=x',
        'compare=true',
      ].map((query) => ({ ...plain(denied ?? { kind: 'shows' }), label: query || 'plain', query, key: query === '' }));
    case 'makes':
      return [plain(denied ?? { kind: person.issuer === 'frozen' ? 'forbidden' : 'shows' })];
    case 'home':
    case 'plain':
    case 'oneself':
      return [plain(denied ?? { kind: 'shows' })];
  }
}

/** What a page of activity repeats: the questions of the cells before, exports of what is foreign among them. */
const heardOn = (page: string, world: World): string[] => (page.endsWith('/activity') ? askedBefore(world) : []);

/** The first in reach, the first out of it and the missing one by every way; the others as a browser asks. */
function thingVisits(page: string, about: AboutThing, denied: Truth | null, person: Person, world: World): Visit[] {
  const malformed = malformedThingIds.map((id) => ({ object: 'malformed', label: id, id, reached: false }));
  const things = thingsFor(about.thing, person, world);
  const opens: Truth = about.edits && person.issuer === 'frozen' ? { kind: 'forbidden' } : { kind: 'shows' };
  const key = new Set(fewOf(things));
  return [...things, ...malformed]
    .map((thing) => ({
      object: thing.object,
      label: thing.label,
      path: page.replace('[id]', encodeURIComponent(thing.id)),
      query: '',
      truth: denied ?? (thing.reached ? opens : { kind: 'absent' }),
      // Who is refused the page is shown its own address, whatever it may reach elsewhere.
      echo: [...(thing.reached && !denied ? [] : [thing.id]), ...heardOn(page, world)],
      key: key.has(thing),
    }))
    .filter((visit) => visit.key || isLive(person));
}

/** What becomes of who is nobody, or nobody any more. */
const refusal = (person: Person): Truth | null => (liveRole(person) === null ? { kind: 'sign-in' } : null);

function listVisit(page: string, { object, label, params, operations, echo }: Question, denied: Truth | null): Visit {
  return {
    object,
    label,
    path: page,
    query: new URLSearchParams(params).toString(),
    truth: denied ?? { kind: 'shows', ...(operations ? { operations } : {}) },
    echo,
    key: keyQuestions.test(label),
  };
}

function operationTruth(person: Person, label: string, whose: Tenant | null): Truth {
  return whose !== null && scopeOf(person).includes(whose)
    ? { kind: 'shows', operations: [label] }
    : { kind: 'absent' };
}
