import { openApiDocument } from '@/lib/services/ingest/openapi';

export const dynamic = 'force-static';

/** The OpenAPI document: public, the same for everybody, made once at build. */
export function GET(): Response {
  return Response.json(openApiDocument(), { headers: { 'Cache-Control': 'public, max-age=3600' } });
}
