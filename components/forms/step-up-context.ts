'use client';

import { type ComponentType, createContext } from 'react';
import type { ActionResult } from '@/lib/actions/result';

/** How somebody proves again who it is. */
export type Proof = {
  /** The act that takes the proof. */
  readonly action: (previous: ActionResult<object> | null, form: FormData) => Promise<ActionResult<object>>;
  /** A code of the second factor is asked for too. */
  readonly code: boolean;
};

/** Asks for the proof; `done` once it was given. */
type Asking = ComponentType<Proof & { done: () => void; close: () => void }>;

/** Around every page (components/shell/step-up.tsx); null where nobody is signed in. */
export const StepUpContext = createContext<(Proof & { readonly Asking: Asking }) | null>(null);
