'use client';

import { type ReactNode, Suspense, useContext, useState } from 'react';
import { StepUpContext } from './step-up-context';

type Refused = { readonly fields?: Readonly<Record<string, string>> } | null;

/**
 * The dialog that asks for the password again, when that is all that a refusal is about; with the proof given, `again`
 * posts what was refused. Null otherwise.
 */
export function useStepUp(refused: Refused, again: () => void): ReactNode {
  const proof = useContext(StepUpContext);
  const [given, setGiven] = useState<Refused>(null);
  if (proof === null || refused?.fields?.step !== 'step_up' || given === refused) return null;
  const close = () => setGiven(refused);
  const done = () => {
    close();
    again();
  };
  const { Asking, action, code } = proof;
  return (
    <Suspense>
      <Asking {...{ action, code, close, done }} />
    </Suspense>
  );
}
