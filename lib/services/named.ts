import 'server-only';
import { isUniqueViolation } from '@/db/errors';
import { Failure } from '@/lib/domain/errors';

/** Writes what has a name of its own. @throws Failure invalid when another one has that name */
export async function named(write: PromiseLike<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (isUniqueViolation(error)) throw new Failure('invalid', 'invalid', { name: 'taken' });
    throw error;
  }
}
