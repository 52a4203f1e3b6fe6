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
  return [{ object, label, input, echo: [], also: numbers('documents', operations.length) }];
}

/** An export tells how many rows it has. */
export function documentExportTry(question: Question) {
  const { object, label, operations, echo } = question;
  if (operations === undefined) return [];
  const { after: _a, before: _b, size: _n, ...input } = inputOf(question);
  return [{ object, label, input, echo, also: numbers('count', operations.length) }];
}

const numbers = (field: string, expected: number) => (result: unknown) =>
  typeof result === 'object' && result !== null && Reflect.get(result, field) === expected;
