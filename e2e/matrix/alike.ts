import { newId } from '@/lib/domain/ids';
import type { Cell } from './cells';
import { type Answer, ask } from './http';
import { type Person, people, tenants } from './people';
import { scopeOf } from './policy';
import { cookieOf } from './sign-in';
import { asDocument, asFlight, type Transport } from './transports';
import { mayShow } from './truth';
import type { World } from './world';

const headersThatVary = ['date', 'x-request-id', 'connection', 'keep-alive', 'content-length', 'etag'];

/** The chunks in which a page carries its flight, each a string of JavaScript. */
const chunk = /<script(?: nonce="[^"]*")?>self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)<\/script>/g;

/** Flight rows come in the order in which their promises settle, and so do their numbers: compared as a set. */
function rowsOf(flight: string): string {
  return flight
    .replaceAll(/\$[A-Za-z@]?[0-9a-f]+\b/g, '$')
    .split('\n')
    .map((row) => row.replace(/^[0-9a-f]+:/, ''))
    .sort()
    .join('\n');
}

/** A page or a flight without what is its request's own: id, nonce, request id, instants, and how it was cut up. */
function masked({ status, headers, body }: Answer, id: string): string {
  const kept = Object.entries(headers).filter(([name]) => !headersThatVary.includes(name));
  const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'no nonce';
  const chunks = [...body.matchAll(chunk)].map(([, text = '""']) => JSON.parse(text) as string);
  const isFlight = String(headers['content-type']).startsWith('text/x-component');
  const text = isFlight ? rowsOf(body) : `${body.replaceAll(chunk, '')}\n${rowsOf(chunks.join(''))}`;
  return `${status}\n${JSON.stringify(kept)}\n${text}`
    .replaceAll(nonce, '<nonce>')
    .replaceAll(id, '<id>')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
    .replaceAll(/"[\w-]{21}[a-z]?"/g, '"<render>"')
    .replaceAll(/\b1[789]\d{11}\b/g, '<instant>')
    .replaceAll(/\b\d{2}:\d{2}(:\d{2})?\b/g, '<time>');
}

type Pair = {
  person: Person;
  name: string;
  transport: Transport;
  path: (id: string) => [string, string];
  foreign: string;
  missing: string;
};

/** Foreign and absent must not be told apart: every place that takes an id × everybody for whom something is foreign. */
export function alikeCells(world: World): Cell[] {
  return pairsOf(world).map((pair) => ({
    name: `alike ${pair.name} | ${pair.person.name} | foreign as missing | ${pair.transport.name}`,
    run: async () => {
      const answers = [];
      for (const id of [pair.foreign, pair.missing]) {
        const asked = pair.transport.ask(...pair.path(id));
        answers.push(
          masked(await ask({ ...asked, headers: { ...asked.headers, ...cookieOf(world, pair.person) } }), id),
        );
      }
      const [first = '', second = ''] = answers;
      return first === second ? [] : [`differ: ${difference(first, second)}`];
    },
  }));
}

/** A partner company none of whose rows the person may see; a new id where every one has some. */
function strangePartner(person: Person, world: World): string {
  const seen = mayShow(person, scopeOf(person));
  return Object.entries(world.partners).find(([name]) => !seen.has(name))?.[1] ?? newId();
}

function pairsOf(world: World): Pair[] {
  const looking = people.filter((person) => person.role !== 'administrator' && person.state === 'live');
  return looking.flatMap((person) => {
    const tenant = tenants.find((each) => each !== 'padaria' && !scopeOf(person).includes(each)) ?? 'foreign';
    const { issuerId, serviceId, operations } = world.tenants[tenant];
    const partner = strangePartner(person, world);
    const missing = newId(Date.now() - 50_000);
    const places: [string, (id: string) => [string, string], string][] = [
      ['/operations/[id]', (id) => [`/operations/${id}`, ''], operations[0]],
      ['/operations?issuer=', (id) => ['/operations', `issuer=${id}`], issuerId],
      ['/operations?service=', (id) => ['/operations', `service=${id}`], serviceId],
      ['/operations?partner=', (id) => ['/operations', `partner=${id}`], partner],
      ['/api/lists/operations?issuer=', (id) => ['/api/lists/operations', `issuer=${id}`], issuerId],
      ['/api/lists/operations?service=', (id) => ['/api/lists/operations', `service=${id}`], serviceId],
    ];
    return places.flatMap(([name, path, foreign]) =>
      [asDocument, asFlight].map((transport) => ({ person, name, transport, path, foreign, missing })),
    );
  });
}

function difference(first: string, second: string): string {
  const at = [...first].findIndex((letter, index) => letter !== second[index]);
  const from = Math.max(0, at - 40);
  return `“${first.slice(from, at + 60)}” and “${second.slice(from, at + 60)}”`;
}
