import { todayIn } from '@/lib/clock';
import { readDocumentPage } from '@/lib/domain/document-filter';
import { env } from '@/lib/env';
import type { Question } from './addresses';

const inputOf = ({ params }: Question) => readDocumentPage('document', params, todayIn(env().SIGNSTASH_TIME_ZONE)).page;

/** The list is asked, and shows the operations whose documents pass. */
export function documentListTry(question: Question) {
  const { object, label, operations, echo } = question;
  return { object, label, input: inputOf(question), echo, expects: operations ? { operations } : {} };
}

/** Each operation has one document: their number is told. */
export function documentCountTry(question: Question) {
  const { object, label, operations } = question;
  if (operations === undefined) return [];
  const { sort: _s, after: _a, before: _b, size: _n, ...input } = inputOf(question);
  const also = (result: unknown) =>
    typeof result === 'object' && result !== null && Reflect.get(result, 'documents') === operations.length;
  return [{ object, label, input, echo: [], also }];
}
