import { newId } from '@/lib/domain/ids';
import { questionsFor } from './addresses';
import type { Call, Make } from './call';
import type { Person } from './people';
import type { Truth } from './truth';
import type { World } from './world';

type About = 'export' | 'export-start' | 'own-exports' | 'own-run' | 'own-file';

const nothing: Truth = { kind: 'shows', operations: [], names: [] };

/** Exports of lists, and what somebody exported before. */
export function exportCalls(about: About, call: Make, person: Person, world: World): Call[] {
  switch (about) {
    case 'export':
      return [
        call({ truth: { kind: 'absent' }, label: 'no such list' }),
        ...fileCalls(call, person, world),
        ...tableCalls(call, person),
      ];
    case 'export-start':
      return startCalls(call);
    case 'own-exports':
      return [call({ truth: nothing })];
    case 'own-run':
    case 'own-file':
      return runCalls(call, person, world, about === 'own-file' ? '/file' : '');
  }
}

/** Each filter as a file: what stands in it is what the list shows. */
function fileCalls(call: Make, person: Person, world: World): Call[] {
  return questionsFor(person, world).flatMap(({ object, label, params, operations, echo }) => {
    if (operations === undefined) return [];
    const query = new URLSearchParams({ ...params, columns: 'id,reference', format: 'csv' });
    const truth: Truth = { kind: 'shows', operations };
    return [call({ object, label, echo, truth, path: `/api/exports/operations?${query}` })];
  });
}

/** Tables of the dashboard, for who has one. */
function tableCalls(call: Make, person: Person): Call[] {
  const truth: Truth = person.role === 'auditor' ? { kind: 'forbidden' } : { kind: 'shows' };
  return ['months', 'days', 'parts', 'failures'].map((table) =>
    call({ truth, label: `consumption ${table}`, path: `/api/exports/consumption-${table}?split=issuer&format=csv` }),
  );
}

/** What starts one must come from a page of ours, and name a list that there is. */
function startCalls(call: Make): Call[] {
  const path = '/api/exports/operations?format=csv';
  const foreign = { accept: 'application/json', origin: 'https://evil.example' };
  return [
    call({ truth: { kind: 'absent' }, label: 'no such list' }),
    call({ truth: { kind: 'forbidden' }, label: 'foreign origin', path, headers: foreign }),
  ];
}

function runCalls(call: Make, person: Person, world: World, end: string): Call[] {
  const others = { ...world.exports, missing: newId(), malformed: "x'--" };
  return Object.entries(others).map(([name, id]) =>
    call({
      object: name === person.name ? 'own' : 'foreign',
      label: `export of ${name}`,
      path: `/api/exports/runs/${encodeURIComponent(id)}${end}`,
      truth: name === person.name ? nothing : { kind: 'absent' },
      echo: [id],
    }),
  );
}
