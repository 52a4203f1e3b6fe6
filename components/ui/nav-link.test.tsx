import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NavLink } from './nav-link';

const push = vi.hoisted(() => vi.fn());
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));

it('goes on inside the application by a plain click, and leaves new tabs to the browser', () => {
  render(<NavLink to="/operations?status=FAILED">Operations</NavLink>);
  const link = screen.getByRole('link');
  expect(link.getAttribute('href')).toBe('/operations?status=FAILED');
  fireEvent.click(link, { ctrlKey: true });
  fireEvent.click(link, { button: 1 });
  expect(push).not.toHaveBeenCalled();
  fireEvent.click(link);
  expect(push).toHaveBeenCalledExactlyOnceWith('/operations?status=FAILED');
});
