import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { type command, query, type SelfRecorded, verbs } from './define';

const input = z.strictObject({});
type QueryGiven = Parameters<typeof query<typeof input, number>>[0];
type CommandGiven = Parameters<typeof command<typeof input, number>>[0];

// These are checked by the compiler (`npm run types`); at run time they say nothing.
describe('the declaration of a verb', () => {
  it('cannot leave out its permission', () => {
    expectTypeOf<Omit<QueryGiven, 'permission'>>().not.toExtend<QueryGiven>();
    expectTypeOf<Omit<CommandGiven, 'permission'>>().not.toExtend<CommandGiven>();
  });

  it('cannot name a permission that the table does not have', () => {
    expectTypeOf<'operations.everything'>().not.toExtend<QueryGiven['permission']>();
  });

  it('cannot end a write without what audit gave it', () => {
    expectTypeOf<() => Promise<number>>().not.toExtend<CommandGiven['run']>();
    expectTypeOf<() => Promise<{ result: number }>>().not.toExtend<CommandGiven['run']>();
  });

  it('lets only a literal list of machine writes be their own record', () => {
    expectTypeOf<SelfRecorded>().toEqualTypeOf<
      | 'operations.register'
      | 'documents.expect_content'
      | 'documents.begin_content'
      | 'documents.keep_content'
      | 'usage.fold'
    >();
  });

  it('puts every verb into the registry that the access matrix walks', () => {
    query({ name: 'test.query', permission: 'profile.view', input, run: async () => 1 });
    expect(verbs().get('test.query')?.permission).toBe('profile.view');
  });
});
