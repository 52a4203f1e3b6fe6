import { render, screen, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { expect, it } from 'vitest';
import { prepareConsumption } from '@/lib/domain/consumption-view';
import { en } from '@/lib/i18n/messages/en';
import { FailureTable } from './failure-table';

const query = {
  months: 6,
  days: 30,
  split: 'none',
  compare: false,
  service: null,
  issuer: null,
  partner: null,
} as const;
const data = {
  today: '2026-11-25',
  now: '2026-11-25T10:00:00.000Z',
  timeZone: 'Europe/Lisbon',
  monthRows: [],
  dayRows: [],
  previousRows: [],
  failureRows: [
    ['2.2.0', 1234],
    [null, 7],
  ],
  failuresNow: [],
  names: {},
  services: {},
} as const;

it('opens the failed operations of the running month by reason, where there is one', () => {
  const { dashboard, vocabulary } = en;
  render(
    <NextIntlClientProvider locale="en-GB" timeZone="Europe/Lisbon" messages={{ dashboard, vocabulary }}>
      <FailureTable view={prepareConsumption(data, query)} query={query} />
    </NextIntlClientProvider>,
  );
  const address = '/operations?from=2026-11-01&to=2026-11-25&status=FAILED&error=2.2.0';
  const links = screen.getAllByRole('link').filter((link) => link.getAttribute('href') === address);
  expect(links.map((link) => link.textContent)).toEqual(['CA unreachable', '1,234']);
  const nameless = screen.getByRole('row', { name: /No reason recorded/ });
  expect(within(nameless).queryByRole('link')).toBeNull();
});
