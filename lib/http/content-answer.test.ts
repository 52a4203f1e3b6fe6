import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentAnswer, contentDisposition } from './content-answer';

const content = { name: 'Fatura nº 7 "ção".pdf', mimeType: 'application/pdf', sha256: '00ff' };

async function* three() {
  for (const byte of [1, 2, 3]) yield Uint8Array.of(byte);
}

describe('the answer with a content', () => {
  it('is sandboxed, kept by nobody, and complete', async () => {
    const answer = contentAnswer(content, three(), false);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'accept-ranges': 'none',
      'repr-digest': 'sha-256=:AP8=:',
    });
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('shows a PDF in place unless it is to be saved, and saves everything else', () => {
    const disposition = (mimeType: string, download: boolean) =>
      contentAnswer({ ...content, mimeType }, three(), download).headers.get('content-disposition');
    expect(disposition('application/pdf', false)).toMatch(/^inline; /);
    expect(disposition('application/pdf', true)).toMatch(/^attachment; /);
    expect(disposition('text/html', false)).toMatch(/^attachment; /);
    expect(disposition('text/html\r\nX: y', false)).toMatch(/^attachment; /);
  });

  it('reads no further when nobody takes it', async () => {
    let ended = false;
    async function* endless() {
      try {
        for (;;) yield Uint8Array.of(0);
      } finally {
        ended = true;
      }
    }
    const reader = contentAnswer(content, endless(), false).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(ended).toBe(true);
  });
});

describe('Content-Disposition', () => {
  it('gives the name in both forms', () => {
    expect(contentDisposition(content.name, true)).toBe(
      `attachment; filename="Fatura n_ 7 _cao_.pdf"; filename*=UTF-8''Fatura%20n%C2%BA%207%20%22%C3%A7%C3%A3o%22.pdf`,
    );
  });

  it('is one header of printable ASCII without a path, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
        const header = contentDisposition(name, true);
        expect(header).toMatch(/^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[\w.%!#$&+^`|~-]*$/);
        expect(header).not.toMatch(/[/\\]|%2F|%5C/);
        expect(() => new Headers({ 'content-disposition': header })).not.toThrow();
      }),
    );
  });
});
