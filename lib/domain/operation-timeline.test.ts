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
      { status: 'SIGNED', timeStampAt: 1700, errorCode: null },
      { status: 'NOTIFIED', timeStampAt: 1600, errorCode: null },
      { status: 'FAILED', timeStampAt: 1900, errorCode: '2.3.0' },
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
    const documents = [{ status: 'FAILED', timeStampAt: null, errorCode: '2.2.0' }] as const;
    expect(
      timelineOf({ ...received, finishedAt: 2000, status: 'FAILED', failed: 1, errorCode: '2.2.0', documents }).map(
        (step) => step.kind,
      ),
    ).toEqual(['received', 'finished']);
  });

  it('tells of items that failed for another reason than the operation', () => {
    const failed = (errorCode: string) => ({ status: 'FAILED', timeStampAt: null, errorCode }) as const;
    const documents = [failed('2.3.0'), failed('2.3.1'), failed('2.3.1')];
    const steps = timelineOf({
      ...received,
      finishedAt: 2000,
      status: 'COMPLETED_WITH_ERRORS',
      failed: 3,
      errorCode: '2.3.0',
      documents,
    });
    expect(steps.map((step) => step.kind)).toEqual(['received', 'itemsFailed', 'finished']);
    expect(steps[1]).toEqual({ kind: 'itemsFailed', at: null, count: 2, errorCode: '2.3.1' });
  });
});
