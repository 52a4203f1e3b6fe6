import 'server-only';
import { accessStates, authorityStatuses, x509States } from '@/lib/domain/certificate';
import { companyKinds, grantStates, partnerKinds, statuses } from '@/lib/domain/company';
import { type DirectoryFilter, type DirectoryName, readDirectoryPage } from '@/lib/domain/directory-filter';
import { mailStates, mailTemplateNames } from '@/lib/domain/mail';
import { roles } from '@/lib/domain/roles';
import { directories } from '../directories';
import { exported } from './declare';
import type { Words } from './words';

type Id = keyof typeof import('@/lib/i18n/messages/en/export-file.json')['directory'];
type Found = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | number | null =>
  typeof value === 'string' || typeof value === 'number' ? value : null;

/** A column whose value is the field of its name, or `of` it. */
const column = (t: Words['t'], id: Id, value: (row: Found) => string | number | null = (row) => text(row[id])) => ({
  id,
  label: t(`directory.${id}`),
  kind: 'text' as const,
  value,
});

const instant = (t: Words['t'], id: Id, field: string) => ({
  ...column(t, id, (row) => text(row[field])),
  kind: 'instant' as const,
});
const number = (t: Words['t'], id: Id) => ({ ...column(t, id), kind: 'number' as const });

const word = <V extends string>(known: readonly V[], value: unknown, say: (value: V) => string): string | null => {
  const found = known.find((each) => each === value);
  return found === undefined ? (text(value)?.toString() ?? null) : say(found);
};

/** The columns of each directory by the names of its address. */
const columnsOf = {
  issuers: ({ t, v }: Words) => [
    column(t, 'name'),
    column(t, 'code'),
    column(t, 'status', (row) => word(statuses, row.status, (each) => v(`status.${each}`))),
    column(t, 'partner', (row) => text(row.partner) ?? t('direct')),
    column(t, 'bundle'),
    number(t, 'services'),
    number(t, 'operators'),
    instant(t, 'registered', 'registered'),
    column(t, 'id'),
  ],
  partners: ({ t, v }: Words) => [
    column(t, 'name'),
    column(t, 'code'),
    column(t, 'status', (row) => word(statuses, row.status, (each) => v(`status.${each}`))),
    column(t, 'type', (row) => word(partnerKinds, row.type, (each) => t(`directoryTypes.${each}`))),
    number(t, 'issuers'),
    number(t, 'operators'),
    instant(t, 'registered', 'registered'),
    column(t, 'id'),
  ],
  operators: ({ t, v }: Words) => [
    column(t, 'name'),
    column(t, 'email'),
    column(t, 'role', (row) => word(roles, row.role, (each) => v(`role.${each}`))),
    column(t, 'status', (row) => word(statuses, row.status, (each) => v(`status.${each}`))),
    column(t, 'company'),
    instant(t, 'signed-in', 'signed_in'),
    instant(t, 'registered', 'registered'),
    column(t, 'id'),
  ],
  accesses: ({ t }: Words) => [
    column(t, 'auditor'),
    column(t, 'email'),
    column(t, 'issuer'),
    column(t, 'state', (row) => word(grantStates, row.state, (each) => t(`directoryStates.${each}`))),
    column(t, 'from', (row) => text(row.valid_from)),
    column(t, 'to', (row) => text(row.valid_to)),
    instant(t, 'granted', 'granted'),
    column(t, 'reason'),
    column(t, 'id'),
  ],
  subscriptions: ({ t }: Words) => [
    column(t, 'name'),
    column(t, 'code'),
    column(t, 'kind', (row) => word(companyKinds, row.kind, (each) => t(`kinds.${each}`))),
    column(t, 'partner', (row) => text(row.partner) ?? t('direct')),
    column(t, 'operator'),
    instant(t, 'registered', 'registered'),
    column(t, 'id'),
  ],
  mails: ({ t }: Words) => [
    column(t, 'recipient', (row) => text(row.address)),
    column(t, 'mail', (row) => word(mailTemplateNames, row.template, (each) => t(`mails.${each}`))),
    column(t, 'state', (row) => word(mailStates, row.state, (each) => t(`directoryStates.${each}`))),
    number(t, 'attempts'),
    instant(t, 'created', 'created'),
    instant(t, 'sent', 'sent'),
    column(t, 'error'),
    column(t, 'id'),
  ],
  authorities: ({ t }: Words) => [
    column(t, 'name'),
    column(t, 'type'),
    column(t, 'state', (row) => word(authorityStatuses, row.state, (each) => t(`directoryStates.${each}`))),
    number(t, 'certificates'),
    number(t, 'answered'),
    number(t, 'failed'),
    instant(t, 'contact', 'contact'),
    instant(t, 'registered', 'registered'),
    column(t, 'id'),
  ],
  certificates: ({ t }: Words) => [
    column(t, 'name', (row) => text(row.alias)),
    column(t, 'issuer'),
    column(t, 'authority'),
    column(t, 'wallet'),
    column(t, 'state', (row) => word(accessStates, row.state, (each) => t(`directoryStates.${each}`))),
    column(t, 'x509', (row) => word(x509States, row.x509, (each) => t(`directoryStates.${each}`))),
    instant(t, 'expires', 'expires'),
    number(t, 'used'),
    number(t, 'signatures'),
    instant(t, 'valid-to', 'valid_to'),
    instant(t, 'registered', 'registered'),
    column(t, 'id'),
  ],
  wallets: ({ t }: Words) => [
    column(t, 'name'),
    column(t, 'issuer'),
    column(t, 'current'),
    column(t, 'state', (row) => word(accessStates, row.state, (each) => t(`directoryStates.${each}`))),
    number(t, 'certificates'),
    number(t, 'services'),
    instant(t, 'registered', 'registered'),
    column(t, 'id'),
  ],
} satisfies Record<DirectoryName, unknown>;

type Asked = DirectoryFilter & { readonly sort: 'name' | 'name-desc' | 'newest' | 'oldest' };

/** What narrows a directory, in words. */
function filterWords(asked: Asked, names: Readonly<Record<string, string>>, { t, v }: Words): string[] {
  const said = (id: Id, value: string | null): string[] =>
    value ? [t('part', { name: t(`directory.${id}`), value })] : [];
  return [
    ...said('text', asked.search && t('contains', { text: asked.search })),
    ...said('status', asked.statuses.map((each) => v(`status.${each}`)).join(' / ')),
    ...said('role', asked.roles.map((each) => v(`role.${each}`)).join(' / ')),
    ...said('type', asked.types.map((each) => t(`directoryTypes.${each}`)).join(' / ')),
    ...said('state', asked.states.map((each) => t(`directoryStates.${each}`)).join(' / ')),
    ...said('bundle', asked.bundle),
    ...said('partner', asked.partner && (names.partner ?? t('unknown'))),
    ...said('issuer', asked.issuer && (names.issuer ?? t('unknown'))),
    t(`order.${asked.sort}`),
  ];
}

const exportOf = (name: DirectoryName) =>
  exported({
    verb: directories[name].all,
    read: (params, today) => {
      const { after: _after, before: _before, size: _size, ...asked } = readDirectoryPage(name, params, today).page;
      return asked;
    },
    columns: columnsOf[name],
    filter: filterWords,
  });

/** Directories that can be exported: all. */
export const directoryExports = {
  issuers: exportOf('issuers'),
  partners: exportOf('partners'),
  operators: exportOf('operators'),
  accesses: exportOf('accesses'),
  subscriptions: exportOf('subscriptions'),
  mails: exportOf('mails'),
  authorities: exportOf('authorities'),
  certificates: exportOf('certificates'),
  wallets: exportOf('wallets'),
};
