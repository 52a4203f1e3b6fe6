import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { createRef } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportAnnouncement, ExportRun } from '@/lib/services/exports/schemas';
import ExportDialog from './export-dialog';

const query = {
  status: 'FAILED',
  sort: 'oldest',
  after: 'x',
  before: null,
  size: '25',
  view: 'all',
  columns: 'status',
};
const running: ExportRun = {
  id: '1',
  list: 'operations',
  format: 'csv',
  state: 'running',
  failure: null,
  announced: 20_000,
  rows: 5_000,
  bytes: 1,
  createdAt: 0,
  finishedAt: null,
  expiresAt: null,
};

let announced: ExportAnnouncement;
let runs: ExportRun[];
let file: () => Response;
let asked: string[];
const saved = vi.fn();

beforeEach(() => {
  announced = { rows: 1234, filter: ['Status: Failed'], columns: ['Status', 'Received'] };
  runs = [];
  file = () =>
    new Response('a,b', {
      headers: { 'x-export-rows': '1235', 'content-disposition': 'attachment; filename="o.csv"' },
    });
  asked = [];
  vi.stubGlobal('fetch', async (address: string, { method }: RequestInit) => {
    asked.push(`${method} ${address}`);
    if (method === 'POST') runs = [running];
    if (address === '/api/exports') return Response.json(runs);
    return method === 'GET' && address.includes('format=') ? file() : Response.json(announced);
  });
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(saved);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  saved.mockClear();
});

function open(total: number | null = null) {
  render(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{}}>
      <ExportDialog
        list="operations"
        query={query}
        columns={['status', 'received']}
        total={total}
        returnTo={createRef()}
        close={() => {}}
      />
    </NextIntlClientProvider>,
  );
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('the export dialog', () => {
  it('says how many rows, of what and under which headers, before anything can be fetched', async () => {
    open();
    expect(button('Download').disabled).toBe(true);
    await screen.findByText('Exports 1,234 operations, in the order and columns shown.');
    expect(screen.getByText('Status · Received')).toBeTruthy();
    expect(button('Download').disabled).toBe(false);
    expect(asked).toContain('GET /api/exports/operations?status=FAILED&sort=oldest&columns=status%2Creceived');
  });

  it('saves the file, and says how many rows came of it', async () => {
    open();
    await screen.findByText(/1,234 operations/);
    fireEvent.click(button('Download'));
    await screen.findByText('1,235 rows were exported to o.csv.');
    expect(saved).toHaveBeenCalledTimes(1);
    expect(screen.getByText(/1,235 operations/)).toBeTruthy();
  });

  it('saves nothing of a file that breaks off', async () => {
    const broken = () => new ReadableStream({ start: (controller) => controller.error(new Error('gone')) });
    file = () => new Response(broken());
    open();
    await screen.findByText(/1,234 operations/);
    fireEvent.click(button('Download'));
    await screen.findByText('The export broke off, and nothing was saved. Try again.');
    expect(saved).not.toHaveBeenCalled();
  });

  it('starts a large one in the background, and shows how far it is', async () => {
    announced = { ...announced, rows: 20_000 };
    open(20_000);
    await screen.findByText('Status · Received');
    fireEvent.click(button('Start export'));
    await screen.findByText('5,000 of 20,000 rows');
    expect(asked.filter((each) => each.startsWith('POST'))).toHaveLength(1);
    fireEvent.click(screen.getByRole('button', { name: /^Cancel/ }));
    await waitFor(() => expect(asked).toContain('DELETE /api/exports/runs/1'));
  });

  it('offers nothing when nothing passes the filter', async () => {
    announced = { ...announced, rows: 0 };
    open();
    await screen.findByText('No operation passes this filter.');
    expect(button('Download').disabled).toBe(true);
  });
});
