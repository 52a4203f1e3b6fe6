import type { RequestOrigin } from './actor';

/** A client service that showed a valid token: whose it is, fresh from the database for each request. */
export type ServiceCaller = {
  readonly serviceId: string;
  readonly alias: string;
  readonly issuerId: string;
  readonly partnerId: string;
  readonly request: RequestOrigin;
};
