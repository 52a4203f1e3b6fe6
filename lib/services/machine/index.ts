import { z } from 'zod';
import { contentView, operationsQuery, operationsView, operationView, tokenView } from './schemas';

/** Answers that are no success, by status, in the common form. */
type Refusals = (given: Readonly<Record<`${4 | 5}${number}`, string>>) => Record<string, object>;

const json = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});
const bytes = z.string().meta({ format: 'binary', description: 'The bytes as they are' });
const documentId = z.string().meta({
  description: '`<operation id>.<number>`',
  example: '019ac5f2-7c2d-7b1e-9f7e-0c6a3d1e5b42.1',
});
const noToken = 'Token missing, expired or invalid (0.0.10), or the service is inactive (1.1.1)';
const inactive = 'The issuer (1.2.0) or the partner (1.3.0) is inactive';
const away = 'Not available at the moment: try again after Retry-After seconds';

/** The paths of documents' contents and of client services, for the OpenAPI document. */
export function machinePaths(refusals: Refusals) {
  const readers = { security: [{ serviceToken: [] }] };
  return {
    '/api/engine/documents/{id}/content': {
      put: {
        operationId: 'putContent',
        summary: 'Deliver the content of a registered document, raw, at most 25 MiB',
        description: 'The same content again is `repeated`. What is not kept as a whole is not kept at all.',
        requestParams: { path: z.object({ id: documentId }) },
        requestBody: { required: true, content: { '*/*': { schema: bytes } } },
        responses: {
          '200': json('The content is kept', contentView),
          ...refusals({
            '400': 'SHA-256, size or media type is not what was registered (0.0.6): nothing was kept',
            '401': 'Token invalid (0.0.10)',
            '404': 'There is no such document (0.0.6)',
            '409': 'A hash item, purged, or left behind the on-premise proxy (0.0.6)',
            '413': 'Over 25 MiB (0.0.4)',
            '503': away,
          }),
        },
      },
    },
    '/api/oauth/token': {
      post: {
        operationId: 'issueToken',
        summary: 'Exchange alias and secret of a client service for a bearer token (client_credentials)',
        security: [{ clientSecret: [] }],
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': { schema: z.object({ grant_type: z.literal('client_credentials') }) },
          },
        },
        responses: {
          '200': json('A token, good for a day', tokenView),
          ...refusals({
            '400': 'grant_type missing (0.0.2) or another one (0.0.6)',
            '401': 'Alias unknown or secret wrong (1.1.0), service inactive (1.1.1)',
            '403': inactive,
            '429': 'Too many tries: wait Retry-After seconds',
            '503': away,
          }),
        },
      },
    },
    '/api/v1/operations': {
      get: {
        operationId: 'findOperations',
        summary: 'The operation with an external reference',
        ...readers,
        requestParams: { query: operationsQuery },
        responses: {
          '200': json('None, or one', operationsView),
          ...refusals({
            '400': 'externalRef missing (0.0.2), too long (0.0.4)',
            '401': noToken,
            '403': inactive,
            '503': away,
          }),
        },
      },
    },
    '/api/v1/operations/{id}': {
      get: {
        operationId: 'getOperation',
        summary: 'One operation of the calling client service',
        ...readers,
        requestParams: { path: z.object({ id: z.uuid() }) },
        responses: {
          '200': json('The operation', operationView),
          ...refusals({ '401': noToken, '403': inactive, '404': 'There is no such operation (0.0.6)', '503': away }),
        },
      },
    },
    '/api/v1/documents/{id}/content': {
      get: {
        operationId: 'getContent',
        summary: 'The content of a document of the calling client service; each look is recorded',
        ...readers,
        requestParams: { path: z.object({ id: documentId }) },
        responses: {
          '200': { description: 'The bytes; Repr-Digest carries their SHA-256', content: { '*/*': { schema: bytes } } },
          ...refusals({
            '401': noToken,
            '403': inactive,
            '404': 'There is no such document (0.0.6)',
            '409': 'There is no content: a hash item, not kept, not delivered yet, or left behind the proxy (0.0.6)',
            '410': 'The content was purged when its custody ended (0.0.6)',
            '503': away,
          }),
        },
      },
    },
  };
}
