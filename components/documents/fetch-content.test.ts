import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchContent } from './fetch-content';

const answers = (body: BodyInit | null, init?: ResponseInit) =>
  vi.stubGlobal('fetch', async () => new Response(body, init));
const refuses = (status: number, code: string) => answers(JSON.stringify({ code, requestId: 'r1' }), { status });

afterEach(() => vi.unstubAllGlobals());

describe('the content of a document', () => {
  it('is the bytes that were kept', async () => {
    answers(new Uint8Array([37, 80, 68, 70]));
    expect(await fetchContent('x.1')).toEqual({ bytes: new Uint8Array([37, 80, 68, 70]) });
  });

  it.each([
    [409, 'content_awaited', 'content_awaited'],
    [410, 'content_purged', 'content_purged'],
    [422, 'content_too_demanding', 'content_too_demanding'],
    [500, 'content_lost', 'content_lost'],
    [403, 'forbidden', 'closed'],
    [404, 'not_found', 'closed'],
    [503, 'unavailable', 'unreachable'],
  ])('says why it did not come: %i %s', async (status, code, trouble) => {
    refuses(status, code);
    expect(await fetchContent('x.1')).toEqual({ trouble, reference: 'r1' });
  });

  it('tells a server that is away from a refusal', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    expect(await fetchContent('x.1')).toEqual({ trouble: 'unreachable', reference: null });
    answers('<html>', { status: 502 });
    expect(await fetchContent('x.1')).toEqual({ trouble: 'unreachable', reference: null });
  });
});
