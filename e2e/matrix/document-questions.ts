import { type Question, questionsFor, type Target, targetsFor } from './addresses';
import type { Person } from './people';
import type { World } from './world';

/** Every operation has one document. */
const first = (id: string): string => `${id}.1`;

/**
 * Everything that the documents list is asked for: what the operations list is, but for what a document has not. Its
 * places are documents.
 */
export function documentQuestionsFor(person: Person, world: World): Question[] {
  return questionsFor(person, world)
    .filter(({ label }) => !label.startsWith('issuer and status='))
    .map((question) => {
      const places = Object.entries(question.params).filter(([field]) => field === 'after' || field === 'before');
      const moved = Object.fromEntries(places.map(([field, id]) => [field, first(id)]));
      return { ...question, params: { ...question.params, ...moved } };
    });
}

/** One document to ask for by id, of each operation. */
export function documentTargetsFor(person: Person, world: World): Target[] {
  return targetsFor(person, world).map((target) => ({ ...target, id: first(target.id) }));
}
