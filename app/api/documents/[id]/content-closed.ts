const answers = {
  details_only: [409, 'The document came through the on-premise proxy: only its details exist here.'],
  hash: [409, 'A hash item has no content.'],
  not_stored: [409, 'The content of this document is not kept here.'],
  awaited: [409, 'The content has not been delivered yet.'],
  purged: [410, 'The content was purged when its custody ended.'],
  lost: [500, 'The content should be here and is not; it was reported.'],
} as const;

/** Why a document has no content to open or to judge, as JSON. */
export function contentClosed(reason: keyof typeof answers, requestId: string): Response {
  const [status, message] = answers[reason];
  return Response.json({ code: `content_${reason}`, message, requestId }, { status });
}
