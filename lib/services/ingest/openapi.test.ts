import { describe, expect, it } from 'vitest';
import { errorCodeList } from '@/lib/domain/errors';
import { openApiDocument } from './openapi';
import { batchSchema } from './schemas';

describe('the OpenAPI document', () => {
  const document = openApiDocument();
  const post = document.paths?.['/api/engine/operations']?.post;

  it('describes the registration of operations, with its answers', () => {
    expect(Object.keys(post?.responses ?? {})).toEqual(['200', '400', '401', '409', '413', '500', '503']);
    expect(post?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Batch' } } },
    });
  });

  it('gives an example that the schema accepts', () => {
    const body = post?.requestBody;
    if (!body || !('content' in body)) throw new Error('no request body');
    expect(batchSchema.safeParse(body.content['application/json']?.example).error).toBeUndefined();
  });

  it('says what an error looks like, with every code', () => {
    expect(document.components?.schemas?.Error).toMatchObject({
      required: ['code', 'message', 'requestId'],
      properties: { code: { enum: errorCodeList } },
    });
  });

  it('holds every interface for machines, each with what a refusal looks like', () => {
    expect(Object.keys(document.paths ?? {}).sort()).toEqual([
      '/api/engine/documents/{id}/content',
      '/api/engine/operations',
      '/api/oauth/token',
      '/api/v1/documents/{id}/content',
      '/api/v1/operations',
      '/api/v1/operations/{id}',
    ]);
    const contentOf = document.paths?.['/api/v1/documents/{id}/content']?.get;
    expect(Object.keys(contentOf?.responses ?? {})).toEqual(['200', '401', '403', '404', '409', '410', '503']);
    expect(contentOf?.security).toEqual([{ serviceToken: [] }]);
  });

  it('refers only to what it holds', () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
    expect(names.length).toBeGreaterThan(3);
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining(names));
  });
});
