import { type Tenant, tenants } from './people';
import type { World } from './world';

/**
 * Unmistakable words in every text of a tenant's rows: `zq-<kind>-<whose>-qz`. Kinds: op0, op1 (references of the two
 * operations), doc, folder, recipient, invoice, service, issuer, partner, operator, wallet, certificate.
 */
export const mark = (kind: string, whose: string): string => `zq-${kind}-${whose}-qz`;

const anyMark = /zq-([a-z0-9]+)-([a-z-]+?)-qz/g;
const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** What the bundler calls a module, in the flight of a page and in its loader: numbers that are nobody's. */
const anyModule = /\bI\[\d+|"runtimeModuleIds":\[[\d,]*\]/g;
const anyNumber = /(?<![0-9a-f.-])\d{6,11}(?![0-9a-f-])/g;

/** What an answer shows. `whose` names everybody of whom it holds a mark, an id or a sum. */
export type Sight = {
  /** References of operations: `padaria/0`. */
  operations: ReadonlySet<string>;
  /** Names of service, issuer, partner: `issuer:padaria`. */
  names: ReadonlySet<string>;
  whose: ReadonlySet<string>;
  /** Sums of signed items, each as the sorted operations that it adds up. */
  sums: ReadonlySet<string>;
};

/** Reads answers of one world. */
export class Looker {
  private readonly ids = new Map<string, string>();
  private readonly sums = new Map<number, string[]>([[0, []]]);

  constructor(world: World) {
    for (const tenant of tenants) {
      const rows = world.tenants[tenant];
      const { issuerId, serviceId, operations, wallet, certificate, flow } = rows;
      for (const id of [issuerId, serviceId, ...operations, wallet, certificate, flow]) this.ids.set(id, tenant);
      for (const [index, weight] of rows.weights.entries()) this.addWeight(weight, `${tenant}/${index}`);
    }
    for (const [partner, id] of Object.entries(world.partners)) this.ids.set(id, partner);
    for (const [name, { id }] of Object.entries(world.operators)) this.ids.set(id, name);
    for (const [name, id] of Object.entries(world.exports)) this.ids.set(id, name);
    this.sums.delete(0);
  }

  private addWeight(weight: number, operation: string): void {
    for (const [sum, parts] of [...this.sums]) this.sums.set(sum + weight, [...parts, operation]);
  }

  /** What `text` shows, apart from what the request had said itself (`echo`). */
  look(text: string, echo: readonly string[] = []): Sight {
    const heard = echo.reduce((left, said) => (said.length < 3 ? left : left.replaceAll(said, '')), text);
    const operations = new Set<string>();
    const names = new Set<string>();
    const whose = new Set<string>();
    const sums = new Set<string>();
    for (const [, kind = '', owner = ''] of heard.matchAll(anyMark)) {
      whose.add(owner);
      if (/^op\d$/.test(kind)) operations.add(`${owner}/${kind.slice(2)}`);
      if (['service', 'issuer', 'partner'].includes(kind)) names.add(`${kind}:${owner}`);
    }
    for (const [id] of heard.toLowerCase().matchAll(anyId)) {
      const owner = this.ids.get(id);
      if (owner) whose.add(owner);
    }
    for (const parts of this.sumsIn(heard)) {
      sums.add([...parts].sort().join('+'));
      for (const part of parts) whose.add(part.slice(0, part.indexOf('/')));
    }
    return { operations, names, whose, sums };
  }

  /** Numbers as JSON writes them and as the screen groups them, in either language. */
  private *sumsIn(text: string): Iterable<string[]> {
    const bare = text.replaceAll(anyModule, '');
    const grouped = ['\u00a0', '\u202f', ',', '.'].map((sign) => bare.replaceAll(separated(sign), ''));
    for (const reading of [bare, ...grouped]) {
      for (const [digits] of reading.matchAll(anyNumber)) {
        const parts = this.sums.get(Number(digits));
        if (parts) yield parts;
      }
    }
  }
}

const separated = (sign: string): RegExp => new RegExp(`(?<=\\d)[${sign}](?=\\d{3}(?!\\d))`, 'g');

/** Both operations of each of these tenants. */
export const operationsOf = (whom: readonly Tenant[]): string[] =>
  whom.flatMap((tenant) => [`${tenant}/0`, `${tenant}/1`]);
