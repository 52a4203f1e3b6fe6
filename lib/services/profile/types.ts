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

/** What the frame says about an operator's scope. */
export type ProfileScope = {
  /** Issuers in scope; null where the role counts none. */
  readonly issuers: number | null;
  /** Auditor: last local day of its longest grant, `YYYY-MM-DD`. */
  readonly until: string | null;
};
