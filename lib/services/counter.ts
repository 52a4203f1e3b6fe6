import 'server-only';
import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { limiterClient } from '@/db/gate/limiter';

/** A counter of `points` within `duration` seconds, in the table that all processes share. */
export const counter = (keyPrefix: string, points: number, duration: number) =>
  new RateLimiterPostgres({
    storeClient: limiterClient,
    storeType: 'client',
    tableName: 'limiter',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  });
