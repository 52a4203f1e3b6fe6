import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/**
 * What may go wrong at an authority. `late`: it does what was asked, and answers after the client has given up.
 * `silent`: it does what was asked and cuts the connection. `twice`: it answers the answer before.
 */
export const faultKinds = ['slow', 'error', 'garbage', 'reset', 'late', 'silent', 'twice'] as const;
export type FaultKind = (typeof faultKinds)[number];

/** By method of the protocol (`*`: every one): which fault, and how many times more. */
export type Faults = Map<string, { kind: FaultKind; times: number }>;

/** The fault that this call meets, which is then one the fewer. */
export function nextFault(faults: Faults, method: string): FaultKind | null {
  for (const key of [method, '*']) {
    const fault = faults.get(key);
    if (!fault || fault.times <= 0) continue;
    fault.times -= 1;
    return fault.kind;
  }
  return null;
}

const slowMs = 1_500;
const lateMs = 11_000;

/** Spoils an answer. @returns whether the answer is still to be written by the caller */
export async function spoil(kind: FaultKind, response: ServerResponse, body: string): Promise<boolean> {
  switch (kind) {
    case 'slow':
      await setTimeout(slowMs);
      return true;
    case 'late':
      await setTimeout(lateMs, undefined, { ref: false });
      return true;
    case 'error':
      response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error');
      return false;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"SAD": <html>');
      return false;
    case 'reset':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length + 100) });
      response.write(body.slice(0, Math.ceil(body.length / 2)), () => response.socket?.destroy());
      return false;
    case 'silent':
      response.socket?.destroy();
      return false;
    case 'twice':
      return true;
  }
}
