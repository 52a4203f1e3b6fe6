import type { Role } from '@/lib/domain/roles';
import type { Theme } from '@/lib/domain/theme';
import type { Language } from '@/lib/i18n/language';

/** What the scope badge says. Counts are of issuers visible to the operator; null where the role has none to name. */
export type ScopeSummary = {
  readonly companyName: string | null;
  readonly issuers: number | null;
  /** Auditor: the last local day of the longest grant, `YYYY-MM-DD`. */
  readonly until: string | null;
};

/** Server actions that the frame calls. */
export type ShellActions = {
  readonly signOut: () => Promise<void>;
  readonly saveLanguage: (language: Language) => Promise<unknown>;
  readonly saveTheme: (theme: Theme) => Promise<unknown>;
};

export type ShellOperator = {
  readonly role: Role;
  readonly name: string;
  readonly email: string;
  /** Its company is suspended: it may look and not act. */
  readonly readOnly: boolean;
};
