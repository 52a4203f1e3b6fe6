import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { withSpooled } from './spool';

const request = (body: BodyInit, headers = {}) => new Request('http://localhost/', { method: 'PUT', headers, body });
const names = { stale: 'signstash-body-019ac5f2-7c2d-7b1e-9f7e-0c6a3d1e5b42', other: 'signstash-something' };
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'spool-test-'));
  vi.stubEnv('TMPDIR', folder);
  const long = new Date(Date.now() - 2 * 3_600_000);
  for (const name of Object.values(names)) {
    await writeFile(path.join(folder, name), 'x');
    await utimes(path.join(folder, name), long, long);
  }
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

describe('a body that is received into a file', () => {
  it('is there as it came while it is worked on, and gone afterwards, whatever happened', async () => {
    let place = '';
    const result = await withSpooled(request('abc'), 3, async ({ file, size, sha256 }) => {
      place = file;
      expect(await readFile(file, 'utf8')).toBe('abc');
      return [size, sha256.slice(0, 8)];
    });
    expect(result).toEqual([3, 'ba7816bf']);
    expect(existsSync(place)).toBe(false);
    const failing = withSpooled(request('abc'), 3, async ({ file }) => {
      place = file;
      throw new Error('failed');
    });
    await expect(failing).rejects.toThrow('failed');
    expect(existsSync(place)).toBe(false);
  });

  it('is refused when it is too long or compressed', async () => {
    const none = async () => expect.unreachable();
    await expect(withSpooled(request('abcd'), 3, none)).rejects.toMatchObject({ code: '0.0.4', status: 413 });
    const zipped = request('abc', { 'content-encoding': 'gzip' });
    await expect(withSpooled(zipped, 3, none)).rejects.toMatchObject({ code: '0.0.6' });
  });

  it('may be empty', async () => {
    expect(await withSpooled(request(''), 3, async ({ size }) => size)).toBe(0);
  });

  it('finds no files that a killed process left behind', async () => {
    await vi.waitFor(() => expect(existsSync(path.join(folder, names.stale))).toBe(false));
    expect(existsSync(path.join(folder, names.other))).toBe(true);
  });
});
