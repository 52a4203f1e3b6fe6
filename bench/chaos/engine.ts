import { setTimeout as sleep } from 'node:timers/promises';
import { env } from '@/lib/env';
import type { ServiceOwner } from '@/lib/services/ingest/rows';
import { type Registration, registrationSchema } from '@/lib/services/ingest/schemas';
import type { Batch, Ledger } from './ledger';
import { anyBatch } from './operations';

/** An answer of the engine's door; status 0: none came. */
type Answer = { status: number; registration: Registration | undefined; text: string };

const longestAnswerMs = 15_000;
const pauseMs = 25;
const pauseAfterFailureMs = 100;

async function post(baseUrl: string, batch: Batch): Promise<Answer> {
  try {
    const response = await fetch(`${baseUrl}/api/engine/operations`, {
      method: 'POST',
      headers: { authorization: `Bearer ${env().SIGNSTASH_ENGINE_TOKEN}`, 'content-type': 'application/json' },
      body: JSON.stringify({ operations: batch.map(({ operation }) => operation) }),
      signal: AbortSignal.timeout(longestAnswerMs),
    });
    const text = await response.text();
    const registration = response.status === 200 ? registrationSchema.parse(JSON.parse(text)) : undefined;
    return { status: response.status, registration, text };
  } catch (error) {
    return { status: 0, registration: undefined, text: String(error) };
  }
}

/** A signing engine that registers batch after batch until `stopping`, and writes down what became of each. */
export async function write(
  baseUrl: string,
  owners: readonly ServiceOwner[],
  ledger: Ledger,
  stopping: AbortSignal,
): Promise<string[]> {
  const complaints: string[] = [];
  while (!stopping.aborted) {
    const batch = anyBatch(owners);
    const { status, registration, text } = await post(baseUrl, batch);
    if (registration) ledger.acknowledge(batch, registration);
    else ledger.unanswered.push(batch);
    if (status !== 0 && status !== 200 && status < 500)
      complaints.push(`a new batch got ${status}: ${text.slice(0, 200)}`);
    await sleep(registration ? pauseMs : pauseAfterFailureMs);
  }
  return complaints;
}

/**
 * Sends again what got no answer, and the last batches that got one. A batch was written whole or not at all; what was
 * acknowledged is there.
 */
export async function sendAgain(baseUrl: string, ledger: Ledger) {
  const complaints: string[] = [];
  const unanswered = ledger.takeUnanswered();
  let written = 0;
  for (const batch of unanswered) {
    const { status, registration, text } = await post(baseUrl, batch);
    if (!registration) complaints.push(`an unanswered batch got ${status} when sent again: ${text.slice(0, 200)}`);
    else if (registration.accepted > 0 && registration.repeated > 0) {
      complaints.push(`an unanswered batch had been written in part: ${registration.repeated} of ${batch.length}`);
    } else if (registration.repeated > 0) written += 1;
    if (registration) ledger.acknowledge(batch, registration);
  }
  const known = [...ledger.lastAcknowledged];
  for (const batch of known) {
    const { status, registration } = await post(baseUrl, batch);
    if (registration?.repeated !== batch.length)
      complaints.push(`an acknowledged batch got ${status} and was not known`);
  }
  return { complaints, unanswered: unanswered.length, written };
}
