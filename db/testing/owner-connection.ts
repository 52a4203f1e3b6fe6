import postgres from 'postgres';
import { afterAll } from 'vitest';

/** A connection of its own for tests that look at the catalogue or plant something; closed after the suite. */
function connection(url: string | undefined): postgres.Sql {
  if (!url) throw new Error('integration tests run by `npm test`, which starts their PostgreSQL');
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  afterAll(() => sql.end({ timeout: 5 }));
  return sql;
}

export const asOwner = () => connection(process.env.DATABASE_OWNER_URL);
export const asApplication = () => connection(process.env.DATABASE_URL);
export const asSuperuser = () => connection(process.env.TEST_SUPER_URL);
