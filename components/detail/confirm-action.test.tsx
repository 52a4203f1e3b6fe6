import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ActionResult } from '@/lib/actions/result';
import { line } from '@/lib/domain/fields';
import en from '@/lib/i18n/messages/en/forms.json';
import { ConfirmAction } from './confirm-action';

const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

type Result = ActionResult<{ id: string }>;
const schema = z.strictObject({ id: z.string(), reason: line(500) });
let posted: Record<string, FormDataEntryValue>[];
let answer: Result;

beforeEach(() => {
  posted = [];
  answer = { ok: true, data: { id: 'x' } };
  router.refresh.mockClear();
});
afterEach(cleanup);

async function open() {
  render(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ forms: en }}>
      <ConfirmAction<{ id: string }>
        label="Suspend"
        title="Suspend Padaria"
        consequences={[{ icon: 'pause', text: '2 client services stop signing' }]}
        action={async (_: Result | null, form: FormData) => {
          posted.push(Object.fromEntries(form));
          return answer;
        }}
        schema={schema}
        hidden={{ id: 'x' }}
        act="Suspend issuer"
        danger
        reason={{ label: 'Reason' }}
      />
    </NextIntlClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Suspend' }));
  await screen.findByText('2 client services stop signing');
}
const act = () => fireEvent.click(screen.getByRole('button', { name: 'Suspend issuer' }));

describe('an act that is thought over', () => {
  it('begins with the focus on the way out', async () => {
    await open();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Cancel' }));
  });

  it('posts nothing without its reason, and once with it', async () => {
    await open();
    act();
    await screen.findByText('Fill in this field.');
    expect(posted).toEqual([]);
    fireEvent.input(screen.getByLabelText('Reason'), { target: { value: 'Asked for' } });
    act();
    act();
    await waitFor(() => expect(router.refresh).toHaveBeenCalled());
    expect(posted).toEqual([{ id: 'x', reason: 'Asked for' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says a refusal inside, with what was typed still there', async () => {
    answer = { ok: false, code: 'forbidden' };
    await open();
    fireEvent.input(screen.getByLabelText('Reason'), { target: { value: 'Asked for' } });
    act();
    await screen.findByText('This may not be done with your account.');
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('Asked for');
  });
});
