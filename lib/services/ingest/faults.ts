import type { z } from 'zod';
import type { ErrorCode } from '@/lib/domain/errors';
import { type Fault, MachineFailure } from '@/lib/domain/machine-failure';

const mostFaults = 100;
type Issue = z.core.$ZodIssue;

/** A fault at `operations.<index>.<field>`; the path of the batch itself has neither index nor field. */
export function faultAt(path: readonly PropertyKey[], message: string): Fault {
  const [list, index, ...field] = path;
  const whole = path.map(String).join('.');
  if (list !== 'operations' || typeof index !== 'number') return { path: whole, message };
  return { path: whole, index, ...(field.length > 0 ? { field: field.map(String).join('.') } : {}), message };
}

/** The failure for these faults; the sentence names the first, the details at most a hundred. */
export function refusal(code: ErrorCode, faults: readonly Fault[]): MachineFailure {
  const [first] = faults;
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : '';
  const sentence = first ? `${first.path || 'body'}: ${first.message}${more}` : 'The batch was refused.';
  return new MachineFailure(code, sentence, faults.slice(0, mostFaults));
}

/** What zod found, in the words and codes of the machine interfaces: 0.0.2 missing, 0.0.4 too large, 0.0.6 invalid. */
export function invalidBatch(error: z.ZodError, body: unknown): MachineFailure {
  const [first] = error.issues;
  return refusal(
    first ? codeOf(first, body) : '0.0.6',
    error.issues.flatMap((issue) => faultsOf(issue, body)),
  );
}

function faultsOf(issue: Issue, body: unknown): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => faultAt([...issue.path, key], 'is no field of this object'));
  }
  return [faultAt(issue.path, isMissing(issue, body) ? 'is mandatory' : issue.message)];
}

function codeOf(issue: Issue, body: unknown): ErrorCode {
  if (issue.code === 'too_big' || (issue.code === 'custom' && issue.params?.tooLarge === true)) return '0.0.4';
  return isMissing(issue, body) ? '0.0.2' : '0.0.6';
}

function isMissing(issue: Issue, body: unknown): boolean {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value') {
    return issue.code === 'custom' && issue.message.startsWith('is mandatory');
  }
  return issue.path.length > 0 && valueAt(body, issue.path) === undefined;
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    return Reflect.get(value, key);
  }, body);
}
