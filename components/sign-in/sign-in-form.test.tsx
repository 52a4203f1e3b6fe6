import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, it, vi } from 'vitest';
import signIn from '@/lib/i18n/messages/en/sign-in.json';
import { SignInForm } from './sign-in-form';
import type { SignInState } from './sign-in-state';

const refuse = vi.fn(async (previous: SignInState, form: FormData): Promise<SignInState> => {
  return { email: String(form.get('email')), attempt: previous.attempt + 1, problem: 'refused' };
});
afterEach(() => {
  cleanup();
  refuse.mockClear();
});

const form = (
  <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ signIn }}>
    <SignInForm action={refuse} next="/operations" problem={null} />
  </NextIntlClientProvider>
);
const email = () => screen.getByLabelText<HTMLInputElement>('E-mail');
const password = () => screen.getByLabelText<HTMLInputElement>('Password');
const type = (into: HTMLInputElement, value: string) => fireEvent.change(into, { target: { value } });
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));

it('posts nothing while a field is empty, and the summary takes the focus and leads there', async () => {
  render(form);
  type(email(), 'rita@padaria.test');
  press();
  const summary = await screen.findByRole('alert');
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(email().getAttribute('aria-invalid')).toBeNull();
  expect(password().getAttribute('aria-invalid')).toBe('true');
  fireEvent.click(screen.getByRole('link', { name: 'Write your password.' }));
  expect(document.activeElement).toBe(password());
  expect(refuse).not.toHaveBeenCalled();
});

it('posts once with where to go next; each refusal takes the focus and what was typed stays', async () => {
  render(form);
  type(email(), 'rita@padaria.test');
  type(password(), 'not the password');
  for (const tries of [1, 2]) {
    password().focus();
    press();
    await waitFor(() => expect(refuse).toHaveBeenCalledTimes(tries));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
  }
  const sent = refuse.mock.lastCall?.[1];
  expect(sent && Object.fromEntries(sent)).toEqual({
    next: '/operations',
    email: 'rita@padaria.test',
    password: 'not the password',
  });
  expect(email().value).toBe('rita@padaria.test');
});

it('keeps what was typed before the script came', async () => {
  const container = document.body.appendChild(document.createElement('div'));
  container.innerHTML = renderToString(form);
  type(email(), 'rita@padaria.test');
  type(password(), 'typed early');
  render(form, { container, hydrate: true });
  press();
  await waitFor(() => expect(refuse).toHaveBeenCalledTimes(1));
  expect(refuse.mock.lastCall?.[1].get('password')).toBe('typed early');
  container.remove();
});
