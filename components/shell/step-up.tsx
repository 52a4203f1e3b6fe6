'use client';

import { lazy, type ReactNode } from 'react';
import { type Proof, StepUpContext } from '@/components/forms/step-up-context';

const Asking = lazy(() => import('./step-up-dialog'));

/** Around every page: what asks for the password again finds here how. */
export function StepUp({ action, code, children }: Proof & { children: ReactNode }) {
  return <StepUpContext value={{ Asking, action, code }}>{children}</StepUpContext>;
}
