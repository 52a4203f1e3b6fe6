import { randomUUID } from 'node:crypto';
import { todayIn } from '@/lib/clock';
import { newId } from '@/lib/domain/ids';
import { readOperationPage } from '@/lib/domain/operation-filter';
import { env } from '@/lib/env';
import { type Question, questionsFor, targetsFor } from './addresses';
import { documentQuestionsFor, documentTargetsFor } from './document-questions';
import { documentCountTry, documentExportTry, documentListTry } from './document-tries';
import { operationsOf } from './marks';
import type { Person, Tenant } from './people';
import { issuersChosenBy, partnersChosenBy, scopeOf } from './policy';
import type { VerbLine } from './policy-lines';
import { isAboutMaking } from './policy-verbs';
import { activityTries, anyRow, askedBefore, firstRows, thingTries } from './thing-tries';
import { isAboutThing } from './things';
import { junk, own, type Try } from './try';
import type { World } from './world';

export function triesOf(about: VerbLine['about'], person: Person, world: World): Try[] {
  if (isAboutMaking(about)) {
    const refusal = person.issuer === 'frozen' && !about.whileSuspended ? 'forbidden' : 'invalid';
    return about.refuses.map((input) => ({ ...junk(input), refusal }));
  }
  if (isAboutThing(about)) return thingTries(about, person, world);
  const scope = scopeOf(person);
  const visible = operationsOf(scope);
  switch (about) {
    case 'list':
      return [...questionsFor(person, world).map(listTry), junk({}), junk({ sort: 'id;--' })];
    case 'export':
      return [...questionsFor(person, world).flatMap(exportTry), junk({}), junk({ sort: 'newest' })];
    case 'export-order':
      return [junk({}), junk({ list: 'passwords', format: 'csv', input: {}, columns: ['id'], rows: 1 })];
    case 'own-exports':
      return [own({}, { also: (result) => namesOnly(result, world.exports[person.name]) })];
    case 'own-run':
      return ownRunTries(person, world);
    case 'own-piece':
      return ownRunTries(person, world).map((each) => ({ ...each, input: { ...Object(each.input), seq: 0 } }));
    case 'count':
      return [...questionsFor(person, world).flatMap(countTry), junk({})];
    case 'options':
      return [
        own({ service: null, issuer: null, partner: null, search: '' }, { expects: { names: choices(person) } }),
        junk({}),
      ];
    case 'documents':
      return [...documentQuestionsFor(person, world).map(documentListTry), junk({}), junk({ kind: 'secret' })];
    case 'documents-count':
      return [...documentQuestionsFor(person, world).flatMap(documentCountTry), junk({})];
    case 'documents-export':
      return [...documentQuestionsFor(person, world).flatMap(documentExportTry), junk({}), junk({ sort: 'newest' })];
    case 'operation':
    case 'document':
      return (about === 'operation' ? targetsFor : documentTargetsFor)(person, world).map(
        ({ object, label, id, whose, echo }) => {
          const given = { object, label, input: { id }, echo };
          const reaches = whose !== null && scope.includes(whose);
          return reaches ? { ...given, expects: { operations: [label] } } : { ...given, refusal: 'not_found' };
        },
      );
    case 'content':
      return [...contentTries(person, world), junk({ download: false }), junk({ id: 'x', download: 'yes' })];
    case 'validation':
      return [
        ...contentTries(person, world).map((each) => ({ ...each, input: { id: each.id } })),
        junk({}),
        junk({ id: 'x', download: false }),
      ];
    case 'consumption':
      return consumptionTries(scope, world);
    case 'consumption-table':
      return consumptionTableTries(scope, world);
    case 'today':
      // Today, and the days and months beside it: everything is younger than thirty days.
      return [own({}, { expects: { sums: visible } }), junk({ issuer: world.tenants.foreign.issuerId })];
    case 'recent':
      // Eight rows: more than anybody but an administrator has.
      return [own({}, visible.length <= 8 ? { expects: { operations: visible } } : {}), junk({ issuer: 'x' })];
    case 'attention':
      return [own({}, { expects: { operations: seconds(scope) } })];
    case 'subjects':
      return [own({}, { expects: { names: scope.map((tenant) => `issuer:${tenant}`) } })];
    case 'records':
      return [own({}, { expects: { sums: visible } }), junk({ issuer: world.tenants.foreign.issuerId })];
    case 'needs':
      return [own({}), junk({ issuer: world.tenants.foreign.issuerId })];
    case 'directory':
      return [own({ ...anyRow, ...firstRows }), junk({}), junk({ ...anyRow, ...firstRows, sort: 'password_hash' })];
    case 'directory-count':
      return [own(anyRow), junk({})];
    case 'directory-export':
      return [own({ ...anyRow, sort: 'name' }), junk(anyRow)];
    case 'activity':
      return [...activityTries(person, world), junk({ of: 'everything', id: newId(), before: null })];
    case 'own-activity':
      return [own({ before: null }, { echo: askedBefore(world) }), junk({ id: newId() })];
    case 'own-home-views':
      return [own({}), junk({ list: 'sessions' })];
    case 'bundles':
      return [own({ language: 'pt' }), junk({})];
    case 'flow-return':
      return [own({ state: 'x'.repeat(40) }, { object: 'missing', refusal: 'not_found' }), junk({})];
    case 'nobodys':
      return [own({}), junk({ role: 'administrator' })];
    case 'oneself':
      return [own({}), junk({ id: world.operators.administrator?.id })];
    case 'own-views':
      return [own({ list: 'operations' }), junk({}), junk({ list: 'sessions' })];
    case 'own-view-save':
      return viewTries({ list: 'operations', id: randomUUID(), version: 1, name: 'x', query: '' });
    case 'own-view-rename':
      return viewTries({ id: randomUUID(), version: 1, name: 'x' });
    case 'own-view-remove':
      return viewTries({ id: randomUUID(), version: 1 });
    case 'own-view-default':
      return [...viewTries({ list: 'operations', id: randomUUID() }), own({ list: 'operations' })];
    case 'own-columns':
      return [own({ list: 'operations' }), junk({}), junk({ list: 'operations', columns: 'password_hash' })];
    case 'own-settings':
      return [
        own({ theme: 'dark' }),
        junk({ theme: 'dark', id: world.operators.administrator?.id }),
        junk({ theme: 'dark', role: 'administrator' }),
      ];
  }
}

/** A view that is not there; somebody else's answers the same, as the verbs' own tests show. */
const viewTries = (input: unknown): Try[] => [own(input, { object: 'missing', refusal: 'not_found' }), junk({})];

/** Of each tenant the first document has content, the second none; the answer names the document. */
function contentTries(person: Person, world: World): (Try & { id: string })[] {
  const scope = scopeOf(person);
  return targetsFor(person, world).map(({ object, label, id, whose, echo }) => {
    const document = `${id}.1`;
    const given = { id: document, object, label, input: { id: document, download: false }, echo };
    if (whose === null || !scope.includes(whose)) return { ...given, refusal: 'not_found' };
    return label.endsWith('/1') ? { ...given, refusal: 'conflict' } : given;
  });
}

const seconds = (scope: readonly Tenant[]): string[] => scope.map((tenant) => `${tenant}/1`);

const localDay = (at: number): string => todayIn(env().SIGNSTASH_TIME_ZONE, new Date(at));

function inputOf({ params }: Question) {
  return readOperationPage(params, localDay(Date.now())).page;
}

function listTry(question: Question): Try {
  const { object, label, operations, echo } = question;
  return {
    object,
    label,
    input: inputOf(question),
    echo,
    expects: operations ? { operations } : {},
  };
}

/** The count knows items only where the roll-up answers it; the number of operations always. */
function countTry(question: Question): Try[] {
  const { object, label, params, operations } = question;
  if (operations === undefined) return [];
  const { sort: _s, after: _a, before: _b, size: _n, ...input } = inputOf(question);
  const also = (result: unknown) => isTotal(result) && result.operations === operations.length;
  const summed = !('reference' in params || 'document' in params || 'status' in params);
  return [{ object, label, input, echo: [], also, expects: summed ? { sums: operations } : {} }];
}

/** What is exported is counted in the very snapshot that is read. */
function exportTry(question: Question): Try[] {
  const { object, label, operations } = question;
  if (operations === undefined) return [];
  const { after: _a, before: _b, size: _n, ...input } = inputOf(question);
  const also = (result: unknown) => isCount(result) && result.count === operations.length;
  return [{ object, label, input, echo: question.echo, also }];
}

const isCount = (result: unknown): result is { count: number } =>
  typeof result === 'object' && result !== null && 'count' in result;

/** The very one export that somebody has, and no other. */
const namesOnly = (result: unknown, id: string | undefined): boolean =>
  Array.isArray(result) && result.length === 1 && result[0]?.id === id;

/** Everybody's export: one's own, and as if it were not there those of others. */
function ownRunTries(person: Person, world: World): Try[] {
  return Object.entries({ ...world.exports, missing: newId(), malformed: 'x' }).map(([name, id]) => ({
    object: name === person.name ? 'own' : 'foreign',
    label: `export of ${name}`,
    input: { id },
    ...(name === person.name ? {} : { refusal: 'not_found' }),
    echo: [id],
  }));
}

const isTotal = (result: unknown): result is { operations: number } =>
  typeof result === 'object' && result !== null && 'operations' in result;

function choices(person: Person): string[] {
  return [
    ...scopeOf(person).map((tenant) => `service:${tenant}`),
    // Beside a service stands the name of its issuer, unless there is only one.
    ...(person.role === 'issuer' ? [] : issuersChosenBy(person).map((tenant) => `issuer:${tenant}`)),
    ...partnersChosenBy(person).flatMap((partner) => (partner === 'house' ? [] : [`partner:${partner}`])),
  ];
}

const consumptionQuery = { months: 12, days: 30, split: 'none', compare: true };

/** Each issuer alone: its own sums where it is in scope, nothing at all where it is not. */
function narrowed(scope: readonly Tenant[], { tenants }: World) {
  return Object.entries(tenants).map(([name, { issuerId }]) => {
    const seen = scope.filter((tenant) => tenant === name);
    const object = seen.length > 0 ? 'own' : 'foreign';
    return {
      seen,
      object,
      label: `narrowed to ${name}`,
      input: { ...consumptionQuery, issuer: issuerId },
      echo: [issuerId],
    };
  });
}

function consumptionTableTries(scope: readonly Tenant[], world: World): Try[] {
  return [
    ...['months', 'days', 'parts', 'failures'].map((table) =>
      own({ ...consumptionQuery, split: 'issuer', table }, { label: `table of ${table}` }),
    ),
    ...narrowed(scope, world).map(({ seen, input, ...given }) => ({
      ...given,
      input: { ...input, table: 'failures' },
      expects: { names: seen.map((tenant) => `issuer:${tenant}`) },
    })),
    junk(consumptionQuery),
    junk({ ...consumptionQuery, table: 'operators' }),
  ];
}

function consumptionTries(scope: readonly Tenant[], world: World): Try[] {
  const sums = operationsOf(scope);
  const query = consumptionQuery;
  return [
    ...narrowed(scope, world).map(({ seen, ...given }) => ({ ...given, expects: { sums: operationsOf(seen) } })),
    ...['none', 'service', 'issuer', 'partner', 'status'].map((split) =>
      own({ ...query, split }, { label: `split by ${split}`, expects: { sums } }),
    ),
    junk({ ...query, split: 'operator' }),
    junk({ ...query, split: 'none', months: 7 }),
  ];
}
