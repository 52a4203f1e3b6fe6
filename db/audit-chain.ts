import { createHash } from 'node:crypto';
import { systemChain } from './audit';

/** A row of the log as it lies there. `entry` is the hashed text; the other columns repeat parts of it. */
export type ChainRow = {
  tenant: string;
  seq: number;
  at: string;
  partnerId: string | null;
  issuerId: string | null;
  entry: string;
  /** Hexadecimal. */
  hash: string;
};

/** The end of a chain: of the database, or as exported to a file. */
export type ChainHead = { tenant: string; seq: number; hash: string };

export const findingKinds = ['edited', 'deleted', 'swapped', 'forged', 'cut tail', 'restored older backup'] as const;

/** What is wrong with a chain, and where. */
export type Finding = { kind: (typeof findingKinds)[number]; tenant: string; from: number; to: number; why: string };

const start = '00';

/** sha256(previous || seq as int8 || text): what the database computes in audit_append (migration 0003). */
export function chainHash(previous: string, seq: number, entry: string): string {
  const number = Buffer.alloc(8);
  number.writeBigInt64BE(BigInt(seq));
  return createHash('sha256').update(Buffer.from(previous, 'hex')).update(number).update(entry, 'utf8').digest('hex');
}

type Suspect = { row: ChainRow; previous: string };

/** So many broken links are kept; a chain with more is wrong throughout, and one finding says so as well. */
const mostSuspects = 200;

/**
 * Checks one chain, row by row in the order of seq. Each row is measured by the stored hash before it, so that one
 * change breaks one link and not all that follow.
 */
export class ChainCheck {
  private last: { seq: number; hash: string } = { seq: 0, hash: start };
  private readonly suspects: Suspect[] = [];
  private readonly findings: Finding[] = [];

  constructor(
    private readonly tenant: string,
    private readonly exported: ChainHead | undefined,
  ) {}

  feed(row: ChainRow): void {
    const gap = row.seq > this.last.seq + 1;
    if (gap) this.find('deleted', this.last.seq + 1, row.seq - 1, 'entries are missing');
    // After a gap the hash before is unknown: this row's own hash starts the rest.
    if (!gap && chainHash(this.last.hash, row.seq, row.entry) !== row.hash) this.suspect(row);
    else if (!columnsAgree(row)) this.find('edited', row.seq, row.seq, 'a column contradicts the text');
    if (row.seq === this.exported?.seq && row.hash !== this.exported.hash) {
      this.find('forged', 1, row.seq, 'not the entries that were there when the heads were exported');
    }
    this.last = { seq: row.seq, hash: row.hash };
  }

  /** Ends the chain at the head that the database holds. */
  end(head: ChainHead | undefined): Finding[] {
    this.blame();
    const { seq, hash } = this.last;
    const headSeq = head?.seq ?? 0;
    if (headSeq > seq) this.find('cut tail', seq + 1, headSeq, 'the head knows of entries that are gone');
    if (headSeq < seq) this.find('forged', headSeq + 1, seq, 'the head knows nothing of these entries');
    if (headSeq === seq && seq > 0 && head?.hash !== hash) this.find('forged', seq, seq, 'the head has another hash');
    if (this.exported && this.exported.seq > headSeq) {
      this.find('restored older backup', headSeq + 1, this.exported.seq, 'the exported head was further on');
    }
    return this.findings;
  }

  private find(kind: Finding['kind'], from: number, to: number, why: string): void {
    this.findings.push({ kind, tenant: this.tenant, from, to, why });
  }

  private suspect(row: ChainRow): void {
    if (this.suspects.length < mostSuspects) this.suspects.push({ row, previous: this.last.hash });
  }

  /** Tells from the broken links what was done: two places exchanged, one text edited, or a stretch made up. */
  private blame(): void {
    const rest = withoutSwaps(this.suspects, (a, b) =>
      this.find('swapped', a, b, 'each of the two entries fits in the place of the other'),
    );
    for (const { from, to } of stretches(rest)) {
      if (from === to) this.find('edited', from, to, 'its text does not fit its hash, or the hash before was replaced');
      else this.find('forged', from, to, 'neither texts nor hashes follow from what is before');
    }
  }
}

/** The columns by which people see and filter entries must say what the text says. */
function columnsAgree({ tenant, at, partnerId, issuerId, entry }: ChainRow): boolean {
  let text: { at?: string; partnerId?: string | null; issuerId?: string | null };
  try {
    text = JSON.parse(entry);
  } catch {
    return false;
  }
  const chain = text.issuerId ?? text.partnerId ?? systemChain;
  return text.at === at && text.partnerId === partnerId && text.issuerId === issuerId && chain === tenant;
}

/** Looks for pairs whose texts fit each other's place, reports them, and returns the suspects that remain. */
function withoutSwaps(suspects: readonly Suspect[], found: (a: number, b: number) => void): Suspect[] {
  const cleared = new Set<number>();
  for (const [index, a] of suspects.entries()) {
    for (const b of suspects.slice(index + 1)) {
      if (cleared.has(a.row.seq) || cleared.has(b.row.seq)) continue;
      const hashes = [a.row.hash, b.row.hash];
      const first = chainHash(a.previous, a.row.seq, b.row.entry);
      const second = chainHash(b.row.seq === a.row.seq + 1 ? first : b.previous, b.row.seq, a.row.entry);
      if (!hashes.includes(first) || !hashes.includes(second)) continue;
      found(a.row.seq, b.row.seq);
      cleared.add(a.row.seq).add(b.row.seq);
      // Where the hashes were exchanged too, the entries behind the two seem broken as well.
      for (const [seq, hash] of [
        [a.row.seq + 1, first],
        [b.row.seq + 1, second],
      ] as const) {
        const after = suspects.find(({ row }) => row.seq === seq)?.row;
        if (after && chainHash(hash, seq, after.entry) === after.hash) cleared.add(seq);
      }
    }
  }
  return suspects.filter(({ row }) => !cleared.has(row.seq));
}

/** Runs of consecutive numbers. */
function stretches(suspects: readonly Suspect[]): { from: number; to: number }[] {
  const all: { from: number; to: number }[] = [];
  for (const { row } of suspects) {
    const open = all.at(-1);
    if (open && open.to === row.seq - 1) open.to = row.seq;
    else all.push({ from: row.seq, to: row.seq });
  }
  return all;
}
