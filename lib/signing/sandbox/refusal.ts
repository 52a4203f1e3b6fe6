/** What the protocol answers when it says no: mostly 400 with a code and a description (chapter 10). */
export class CscRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly description: string,
  ) {
    super(description);
    this.name = 'CscRefusal';
  }
}

export const invalidRequest = (description: string): CscRefusal => new CscRefusal(400, 'invalid_request', description);

type Json = Readonly<Record<string, unknown>>;

export function stringIn(body: Json, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '')
    throw invalidRequest(`Missing (or invalid type) string parameter ${name}`);
  return value;
}

export function hashesIn(body: Json): string[] {
  const value = body.hash;
  if (!Array.isArray(value)) throw invalidRequest('Missing (or invalid type) array parameter hash');
  if (value.length === 0) throw invalidRequest('Empty hash array');
  return value.map((each: unknown) => {
    const text = typeof each === 'string' ? each : '';
    if (text === '' || Buffer.from(text, 'base64').toString('base64') !== text) {
      throw invalidRequest('Invalid Base64 hash string parameter');
    }
    return text;
  });
}
