import type { Theme } from '@/lib/domain/theme';

/** An operator's own settings. */
export type ProfileSettings = {
  readonly language: 'pt' | 'en';
  readonly theme: Theme;
  /** Names the state that an edit began from. */
  readonly version: number;
};

/** What an operator sees about itself. */
export type Profile = ProfileSettings & { readonly lastSignInAt: Date | null };
