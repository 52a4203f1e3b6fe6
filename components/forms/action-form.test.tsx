import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { ActionResult } from '@/lib/actions/result';
import { editedVersion, nameLine } from '@/lib/domain/fields';
import en from '@/lib/i18n/messages/en/forms.json';
import { ActionForm, FormSection } from './action-form';
import { TextField } from './fields';

const router = vi.hoisted(() => ({ push: vi.fn(), refresh: vi.fn() }));
vi.mock('next/navigation', () => ({ useRouter: () => router }));

const schema = z.strictObject({ id: z.string(), version: editedVersion, name: nameLine });
type Values = { name: string; version: number };
type Result = ActionResult<{ id: string }>;

let posted: Record<string, FormDataEntryValue>[];
let answer: Result;

beforeEach(() => {
  posted = [];
  answer = { ok: true, data: { id: '1' } };
  sessionStorage.clear();
  router.push.mockClear();
  router.refresh.mockClear();
});
afterEach(cleanup);

const action = async (_: Result | null, form: FormData): Promise<Result> => {
  posted.push(Object.fromEntries(form));
  return answer;
};

const tree = ({ name, version }: Values, operator = 'a@b.test') => (
  <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ forms: en }}>
    <div data-operator={operator}>
      <ActionForm
        name="edit"
        action={action}
        schema={schema}
        values={{ name }}
        hidden={{ id: 'x', version }}
        save="Save"
      >
        <FormSection title="Who">
          <TextField name="name" label="Name" />
        </FormSection>
      </ActionForm>
    </div>
  </NextIntlClientProvider>
);
const field = () => screen.getByLabelText<HTMLInputElement>('Name');
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));

describe('a form', () => {
  it('posts nothing while a field is at fault, says where, and keeps what was typed', async () => {
    render(tree({ name: 'Padaria', version: 3 }));
    type('  ');
    save();
    await screen.findByRole('heading', { name: /1 field to correct/ });
    expect(field().getAttribute('aria-invalid')).toBe('true');
    // The focus moves once the summary is there.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('alert')));
    fireEvent.click(await screen.findByRole('link', { name: 'Name: Fill in this field.' }));
    expect(document.activeElement).toBe(field());
    expect(posted).toEqual([]);
  });

  it('says what the server found at its field', async () => {
    answer = { ok: false, code: 'invalid', fields: { name: 'too_long:200' } };
    render(tree({ name: 'Padaria', version: 3 }));
    type('Other');
    save();
    expect(await screen.findAllByText('Shorten this to 200 characters.')).toHaveLength(2);
    expect(field().value).toBe('Other');
  });

  it('marks what is unsaved, keeps it over a reload for the same operator alone, and forgets it once saved', async () => {
    const first = render(tree({ name: 'Padaria', version: 3 }));
    expect(screen.queryByText('Unsaved changes')).toBeNull();
    type('Draft');
    await screen.findByText('Unsaved changes');
    first.unmount();

    const other = render(tree({ name: 'Padaria', version: 3 }, 'other@b.test'));
    expect(field().value).toBe('Padaria');
    other.unmount();

    render(tree({ name: 'Padaria', version: 3 }));
    expect(field().value).toBe('Draft');
    save();
    await screen.findByText('Saved');
    expect(posted).toEqual([{ id: 'x', version: '3', name: 'Draft' }]);
    expect(sessionStorage.length).toBe(0);
  });

  it('shows theirs beside yours when somebody saved first, and posts again on their version', async () => {
    answer = { ok: false, code: 'conflict' };
    const { rerender } = render(tree({ name: 'Padaria', version: 3 }));
    type('Yours');
    save();
    await waitFor(() => expect(router.refresh).toHaveBeenCalled());
    rerender(tree({ name: 'Theirs', version: 4 }));
    await screen.findByRole('cell', { name: 'Theirs' });
    expect(screen.getByRole('cell', { name: 'Yours' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Take theirs' }));
    expect(field().value).toBe('Theirs');
    type('Both');
    answer = { ok: true, data: { id: '1' } };
    save();
    await waitFor(() => expect(posted.at(-1)).toEqual({ id: 'x', version: '4', name: 'Both' }));
  });

  it('posts once, however often the button is pressed', async () => {
    let done: (result: Result) => void = () => {};
    answer = new Promise<Result>((resolve) => {
      done = resolve;
    }) as unknown as Result;
    render(tree({ name: 'Padaria', version: 3 }));
    type('Once');
    // The second press of a double click comes before anything is drawn.
    save();
    save();
    await waitFor(() => expect(posted).toHaveLength(1));
    save();
    save();
    done({ ok: true, data: { id: '1' } });
    await screen.findByText('Saved');
    expect(posted).toHaveLength(1);
  });
});
