import { expect, test } from 'vitest';
import { judge, strayed } from './outage';
import type { Visit } from './visits';

const outage = { from: 1_000, until: 3_000 };

const seen = (began: number, ended: number, status: number, reference = false): Visit => ({
  path: '/operations',
  began,
  ended,
  status,
  reference,
});

const pages = [seen(0, 100, 200), seen(1_100, 1_300, 500, true), seen(3_100, 3_400, 200)];
const readiness = [seen(0, 10, 200), seen(1_100, 1_110, 503), seen(3_050, 3_060, 503), seen(3_200, 3_210, 200)];

test('an outage in which pages name a reference and readiness says 503 is without complaint', () => {
  expect(judge(pages, readiness, outage)).toEqual({
    complaints: [],
    pagesAway: 1,
    slowestAway: 200,
    readyAfter: 210,
    pageAfter: 400,
  });
});

test('a page that leads elsewhere, or names no reference, is complained about', () => {
  const { complaints } = judge([...pages, seen(1_400, 1_500, 307), seen(1_600, 1_700, 500)], readiness, outage);
  expect(complaints).toContain('/operations answered 307 without a reference after 100 ms while the database was away');
  expect(complaints).toContain('/operations answered 500 without a reference after 100 ms while the database was away');
});

test('silence while the database is away is no proof', () => {
  const { complaints } = judge([seen(900, 3_500, 200)], [], outage);
  expect(complaints).toContain('no page was answered while the database was away');
  expect(complaints).toContain('/api/ready did not answer while the database was away');
});

test('readiness that claims 200 meanwhile, or comes back late, is complained about', () => {
  const liar = judge(pages, [seen(1_200, 1_210, 200), ...readiness.slice(3)], outage);
  expect(liar.complaints).toHaveLength(1);
  const late = judge(pages, [...readiness, seen(8_100, 8_110, 503), seen(8_200, 8_210, 200)], outage);
  expect(late.complaints).toEqual(['/api/ready was not well again within 5 s: 5210 ms']);
});

test('under a storm a page is drawn or names a reference; an answer that never came is neither', () => {
  expect(strayed(pages)).toEqual([]);
  expect(strayed([seen(0, 15_000, 0), seen(0, 10, 404)])).toHaveLength(2);
});
