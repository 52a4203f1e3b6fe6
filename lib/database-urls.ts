import { env } from './env';

/** The owner's login, for migrations. In production it is never guessed from the application's. */
export function ownerUrl(): string {
  const { DATABASE_OWNER_URL, DATABASE_URL, NODE_ENV, SIGNSTASH_DEMO } = env();
  if (DATABASE_OWNER_URL) return DATABASE_OWNER_URL;
  if (NODE_ENV === 'production' && SIGNSTASH_DEMO === 'off') {
    throw new Error('Environment variable DATABASE_OWNER_URL is missing; migrations run as the owner of the database.');
  }
  return DATABASE_URL;
}

/** The queue's login; in demo and test the application's login with `_worker` behind its name. */
export function workerUrl(): string {
  const { DATABASE_WORKER_URL, DATABASE_URL, NODE_ENV, SIGNSTASH_DEMO } = env();
  if (DATABASE_WORKER_URL) return DATABASE_WORKER_URL;
  if (NODE_ENV === 'production' && SIGNSTASH_DEMO === 'off') {
    throw new Error('Environment variable DATABASE_WORKER_URL is missing; it names the login of the job queue.');
  }
  const url = new URL(DATABASE_URL);
  url.username = `${url.username}_worker`;
  return url.href;
}
