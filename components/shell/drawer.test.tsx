import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { NextIntlClientProvider } from 'next-intl';
import { expect, it, vi } from 'vitest';
import shell from '@/lib/i18n/messages/en/shell.json';
import { Drawer } from './drawer';

vi.mock('next/navigation', () => ({ usePathname: () => '/operations', useRouter: () => ({ push: () => {} }) }));

it('opens as a modal with a name, and gives the focus back to its button', async () => {
  render(
    <NextIntlClientProvider locale="en-GB" timeZone="UTC" messages={{ shell }}>
      <Drawer keys={['home', 'operations']} />
    </NextIntlClientProvider>,
  );
  const button = screen.getByRole('button', { name: 'Open sections' });
  for (const leave of [
    () => fireEvent.keyDown(document, { key: 'Escape' }),
    () => fireEvent.click(screen.getByRole('button', { name: 'Close sections' })),
    () => fireEvent.click(screen.getByRole('link', { name: 'Home' })),
  ]) {
    button.focus();
    fireEvent.click(button);
    const dialog = await screen.findByRole('dialog', { name: 'Sections' });
    expect(dialog.getAttribute('aria-modal')).toBe('true');
    expect(dialog.contains(document.activeElement)).toBe(true);
    leave();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button));
  }
});
