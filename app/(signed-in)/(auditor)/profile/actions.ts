'use server';

import { redirect } from 'next/navigation';
import { action } from '@/lib/actions/action';
import type { ActionResult } from '@/lib/actions/result';
import { signOutHere } from '@/lib/auth/sign-out';
import { rememberLanguage } from '@/lib/auth/visitor';
import { paths } from '@/lib/paths';
import { renameOneself } from '@/lib/services/profile/rename';
import type { ProfileSettings } from '@/lib/services/profile/types';
import { profileUpdate } from '@/lib/services/profile/update';

type Result = ActionResult<ProfileSettings>;
const update = action(profileUpdate, { refresh: paths.profile() });

/** Saves the profile form. */
export async function updateProfile(previous: Result | null, form: FormData): Promise<Result> {
  const result = await update(previous, form);
  if (result.ok) await rememberLanguage(result.data.language);
  return result;
}

/** Changes one's own name. */
export const rename = action(renameOneself);

/** The quick choice of the frame: this one setting, at once. */
export async function saveLanguage(language: unknown): Promise<Result> {
  return updateProfile(null, formOf('language', language));
}

/** The quick choice of the frame: this one setting, at once. */
export async function saveTheme(theme: unknown): Promise<Result> {
  return updateProfile(null, formOf('theme', theme));
}

/** Ends the session and leaves. */
export async function signOut(): Promise<void> {
  await signOutHere();
  redirect(paths.signIn());
}

function formOf(name: string, value: unknown): FormData {
  const form = new FormData();
  form.set(name, String(value));
  return form;
}
