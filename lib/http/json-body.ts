import { MachineFailure } from '@/lib/domain/machine-failure';
import { locateFault } from './json-fault';

/**
 * Reads a JSON body of at most `most` bytes. The bytes are counted as they come: Content-Length may be absent or lie.
 * @throws MachineFailure 0.0.6 (not JSON, not UTF-8, wrong content type, compressed), 0.0.4 with status 413 (too large)
 */
export async function readJson(request: Request, most: number): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new MachineFailure('0.0.6', 'Content-Type must be application/json.');
  const encoding = request.headers.get('content-encoding');
  if (encoding && encoding !== 'identity') throw new MachineFailure('0.0.6', 'Content-Encoding is not supported.');
  return parseJson(decode(await readBytes(request, most)));
}

/** The bytes of a body of at most `most` bytes, counted as they come. @throws MachineFailure 0.0.4 with status 413 */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks, size);
    size += value.byteLength;
    if (size > most) {
      await reader.cancel().catch(() => {});
      throw tooLarge(most);
    }
    chunks.push(value);
  }
}

function tooLarge(most: number): MachineFailure {
  const limit = most < 1_048_576 ? `${most / 1_024} KiB` : `${most / 1_048_576} MiB`;
  return new MachineFailure('0.0.4', `The body is larger than ${limit}.`, [], 413);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new MachineFailure('0.0.6', 'The body is not valid UTF-8.');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { path, line, column } = locateFault(text);
    const at = `line ${line}, column ${column}${path ? `, at ${path}` : ''}`;
    throw new MachineFailure('0.0.6', `The body is not JSON: ${at}.`, [{ path, message: `is not JSON: ${at}` }]);
  }
}
