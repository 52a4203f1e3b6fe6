'use client';

import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { useFormat } from '@/lib/format/use-format';
import type { SignInState } from './sign-in-state';
import { SignInView } from './sign-in-view';

/** The form with its server action; it works before, and without, any script. `next` is where to go afterwards. */
export function SignInForm({
  action,
  next,
  problem,
}: {
  action: (previous: SignInState, form: FormData) => Promise<SignInState>;
  next: string;
  /** A refusal that brought the browser here (next-auth's own endpoint). */
  problem: SignInState['problem'];
}) {
  const [state, submit, pending] = useActionState(action, { email: '', attempt: 0, problem });
  return (
    <SignInView
      submit={submit}
      next={next}
      email={state.email}
      pending={pending}
      error={useSentence(state)}
      attempt={state.attempt}
      askCode={state.problem === 'code' || state.problem === 'codeWrong'}
    />
  );
}

function useSentence({ problem, seconds = 0 }: SignInState): string | null {
  const t = useTranslations('signIn.problems');
  const format = useFormat();
  if (problem === null) return null;
  return problem === 'limited' ? t('limited', { n: seconds, count: format.count(seconds) }) : t(problem);
}
