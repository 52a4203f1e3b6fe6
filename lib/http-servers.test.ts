import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { startDraining } from './draining';
import { closeHttpServers, watchHttpServers } from './http-servers';

it('answers all that had been sent before a process leaves, names the peer itself, and takes nothing afterwards', async () => {
  watchHttpServers();
  const seen = new Set<unknown>();
  const server = http.createServer((request, response) => {
    seen.add(request.headers['x-peer-address']);
    setTimeout(() => response.end('answered'), 200);
  });
  await new Promise<void>((ready) => server.listen(0, () => ready()));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const forged = { headers: { 'x-peer-address': '6.6.6.6' } };
  const answers = Array.from({ length: 50 }, async () => (await fetch(address, forged)).text());
  await new Promise((goOn) => setTimeout(goOn, 20));
  startDraining();
  const closed = closeHttpServers(5_000);
  expect(await Promise.all(answers)).toEqual(Array.from({ length: 50 }, () => 'answered'));
  await closed;
  expect([...seen]).toEqual(['127.0.0.1']);
  await expect(fetch(address)).rejects.toThrow();
});
