import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { PlainForm } from '@/components/forms/plain-form';
import type { ActionResult } from '@/lib/actions/result';
import en from '@/lib/i18n/messages/en/forms.json';
import { StepUp } from './step-up';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn(), refresh: vi.fn() }) }));

let proven: boolean;
let posts: number;
beforeEach(() => {
  proven = false;
  posts = 0;
});
afterEach(cleanup);

const act = async (): Promise<ActionResult<object>> => {
  posts += 1;
  return proven ? { ok: true, data: {} } : { ok: false, code: 'forbidden', fields: { step: 'step_up' } };
};
const prove = async (_: ActionResult<object> | null, form: FormData): Promise<ActionResult<object>> => {
  proven = form.get('password') === 'right';
  return proven ? { ok: true, data: {} } : { ok: false, code: 'invalid', fields: { password: 'password_wrong' } };
};
const show = (code = false) =>
  render(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ forms: en }}>
      <StepUp action={prove} code={code}>
        <PlainForm name="act" action={act} schema={z.strictObject({})} submit="Do it" success={() => <p>Done</p>}>
          <p>An act</p>
        </PlainForm>
      </StepUp>
    </NextIntlClientProvider>,
  );
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('asks for the password where an act needs it, and goes on with the act once it was given', async () => {
  show();
  press('Do it');
  const dialog = within(await screen.findByRole('dialog'));
  const password = dialog.getByLabelText('Your password');
  fireEvent.input(password, { target: { value: 'wrong' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Confirm' }));
  await dialog.findAllByText('This is not your password.');
  expect(posts).toBe(1);
  fireEvent.input(password, { target: { value: 'right' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Confirm' }));
  await screen.findByText('Done');
  expect(posts).toBe(2);
});

it('does nothing when it is called off, and can be tried again', async () => {
  show(true);
  press('Do it');
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByLabelText('Code of the second factor')).toBeDefined();
  fireEvent.click(dialog.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(posts).toBe(1);
  press('Do it');
  await screen.findByRole('dialog');
  expect(posts).toBe(2);
});
