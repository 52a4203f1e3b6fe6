import type { IconName } from '@/components/icons/icon';
import { paths } from '@/lib/paths';

export type Section = { readonly path: string; readonly icon: IconName };

/** Sections that exist, in the order of the rail. What is not built has no link. */
export const sectionList = {
  home: { path: paths.home(), icon: 'home' },
  consumption: { path: paths.dashboard(), icon: 'overview' },
  operations: { path: paths.operations(), icon: 'operations' },
  documents: { path: paths.documents(), icon: 'documents' },
  certificates: { path: paths.certificates(), icon: 'certificates' },
  wallets: { path: paths.wallets(), icon: 'wallet' },
  operators: { path: paths.operators(), icon: 'operators' },
  accesses: { path: paths.accesses(), icon: 'audit' },
  subscriptions: { path: paths.subscriptions(), icon: 'check' },
  issuers: { path: paths.issuers(), icon: 'issuers' },
  partners: { path: paths.partners(), icon: 'partners' },
  configuration: { path: paths.settings(), icon: 'configuration' },
  company: { path: paths.company(), icon: 'issuers' },
} as const satisfies Record<string, Section>;

export type SectionKey = keyof typeof sectionList;
