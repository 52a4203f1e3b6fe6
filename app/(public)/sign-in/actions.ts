'use server';

import { redirect } from 'next/navigation';
import type { SignInState } from '@/components/sign-in/sign-in-state';
import { enter } from '@/lib/auth/enter';
import { safeNext } from '@/lib/auth/safe-next';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { Failure } from '@/lib/domain/errors';

/**
 * Signs in and goes on to `next`. The e-mail comes back with a refusal, the password never. Anybody may post anything
 * here, also no form at all.
 */
export async function signIn(previous: SignInState, form: FormData): Promise<SignInState> {
  const text = (name: string) => (form instanceof FormData ? String(form.get(name) ?? '') : '');
  const refused = { email: text('email').slice(0, 254), attempt: (previous?.attempt ?? 0) + 1 };
  if (!(await isSameOrigin())) return { ...refused, problem: 'refused' };
  try {
    const outcome = await enter({ email: text('email'), password: text('password'), code: text('code') });
    if (outcome.kind === 'refused') return { ...refused, problem: 'refused' };
    if (outcome.kind === 'code') return { ...refused, problem: outcome.wrong ? 'codeWrong' : 'code' };
    if (outcome.kind === 'limited') return { ...refused, problem: 'limited', seconds: outcome.seconds };
  } catch (error) {
    if (error instanceof Failure) return { ...refused, problem: 'unavailable' };
    throw error;
  }
  redirect(safeNext(text('next')));
}
