/** What a document says of its content; `sha256` in hexadecimal. */
type Described = {
  readonly name: string;
  readonly mimeType: string;
  readonly sha256: string;
};

/**
 * Answers with a content. It is somebody's file and none of our pages: nothing in it may run here (CSP sandbox, nosniff),
 * and only a PDF is shown in place, everything else is saved. No ranges: each request is one look, and one entry.
 */
export function contentAnswer(content: Described, bytes: AsyncIterable<Uint8Array>, download: boolean): Response {
  const pdf = content.mimeType.toLowerCase() === 'application/pdf';
  return new Response(streamOf(bytes), {
    headers: {
      'Content-Type': mediaType(content.mimeType),
      'Content-Disposition': contentDisposition(content.name, download || !pdf),
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Repr-Digest': `sha-256=:${Buffer.from(content.sha256, 'hex').toString('base64')}:`,
      'Accept-Ranges': 'none',
      'Cache-Control': 'private, no-store',
    },
  });
}

/** A media type as a header may carry it; anything else is bytes. */
function mediaType(given: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(given) ? given : 'application/octet-stream';
}

/** Content-Disposition by RFC 6266: a name in ASCII for whoever knows no better, the true one by RFC 8187. */
export function contentDisposition(name: string, attachment: boolean): string {
  const safe = name.slice(0, 200).replaceAll(/[\p{Cc}\p{Cf}\p{Cs}/\\]/gu, '_') || '_';
  const plain = safe
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["%]/g, '_');
  const encoded = encodeURIComponent(safe).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${attachment ? 'attachment' : 'inline'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** Pulled piece by piece, as fast as it is taken; whoever leaves early ends the reading. */
function streamOf(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
