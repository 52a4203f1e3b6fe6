import { describe, expect, it } from 'vitest';
import { timelineOf } from './operation-timeline';

const received = { receivedAt: 1000, finishedAt: null, errorCode: null, signed: 0, failed: 0, documents: [] };

describe('the timeline of an operation', () => {
  it('ends with what is awaited while the operation runs', () => {
    expect(timelineOf({ ...received, status: 'RECEIVED' }).map((step) => step.kind)).toEqual(['received', 'waiting']);
    expect(timelineOf({ ...received, status: 'PROCESSING', signed: 2 }).at(-1)).toEqual({
      kind: 'running',
      at: null,
      signed: 2,
    });
  });

  it('names the last time stamp of what was signed, then the end', () => {
    const documents = [
      { status: 'SIGNED', timeStampAt: 1700 },
      { status: 'NOTIFIED', timeStampAt: 1600 },
      { status: 'FAILED', timeStampAt: 1900 },
    ] as const;
    expect(
      timelineOf({
        ...received,
        finishedAt: 2000,
        status: 'COMPLETED_WITH_ERRORS',
        failed: 1,
        errorCode: '2.3.0',
        documents,
      }),
    ).toEqual([
      { kind: 'received', at: 1000 },
      { kind: 'timeStamped', at: 1700, count: 2 },
      { kind: 'finished', at: 2000, status: 'COMPLETED_WITH_ERRORS', failed: 1, errorCode: '2.3.0' },
      { kind: 'notified', at: null, count: 1 },
    ]);
  });

  it('invents no step that nothing tells of', () => {
    const documents = [{ status: 'FAILED', timeStampAt: null }] as const;
    expect(
      timelineOf({ ...received, finishedAt: 2000, status: 'FAILED', failed: 1, errorCode: '2.2.0', documents }).map(
        (step) => step.kind,
      ),
    ).toEqual(['received', 'finished']);
  });
});
