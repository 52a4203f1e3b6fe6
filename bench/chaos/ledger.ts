import type { Registration } from '@/lib/services/ingest/schemas';
import type { Sent } from './operations';

/** An operation that the application said it has. */
export type Acknowledged = Sent & { id: string };

export type Batch = readonly Sent[];

/** What a signing engine remembers: what was acknowledged with 200, and what was sent without an answer. */
export class Ledger {
  readonly acknowledged: Acknowledged[] = [];
  readonly lastAcknowledged: Batch[] = [];
  unanswered: Batch[] = [];

  acknowledge(batch: Batch, { results }: Registration): void {
    batch.forEach((sent, place) => {
      this.acknowledged.push({ ...sent, id: results[place]?.id ?? '' });
    });
    this.lastAcknowledged.push(batch);
    if (this.lastAcknowledged.length > 2) this.lastAcknowledged.shift();
  }

  /** @returns the batches without an answer, which are now the caller's to send again */
  takeUnanswered(): Batch[] {
    const batches = this.unanswered;
    this.unanswered = [];
    return batches;
  }
}
