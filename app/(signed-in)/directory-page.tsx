import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CompanyHead } from '@/components/companies/company-head';
import type { DirectoryProps } from '@/components/directory/kit';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import type { Actor } from '@/lib/domain/actor';
import type { CompanyKind } from '@/lib/domain/company';
import type { DirectoryName } from '@/lib/domain/directory-filter';
import type { RawParams } from '@/lib/domain/list-reader';
import { Messages } from '@/lib/i18n/client-messages';
import { paths } from '@/lib/paths';
import type { AnyDirectory } from '@/lib/services/directory/answer';
import type { DirectoryRow } from '@/lib/services/directory/schemas';
import { directoryProps } from './directory-props';
import { companyPage } from './found';

type Listed<R extends DirectoryRow> = {
  readonly of: AnyDirectory<R>;
  readonly list: (props: DirectoryProps<R>, actor: Actor) => ReactNode | Promise<ReactNode>;
  /** What the address holds. */
  readonly searchParams: Promise<RawParams>;
  /** What stands between the crumbs and the list. */
  readonly above?: ReactNode;
};

const messages = ['lists', 'directory', 'vocabulary'] as const;

/** Names the page of a directory. */
export const directoryTitle = (name: DirectoryName) => async (): Promise<Metadata> => ({
  title: (await getTranslations('directory'))(`${name}.title`),
});

/** The page of a directory: what is in the operator's scope; the filter is the address. */
export async function directoryPage<R extends DirectoryRow>(
  at: string,
  { of, list, searchParams, above }: Listed<R>,
): Promise<ReactNode> {
  const actor = await requireActor(at);
  const [props, t, shell] = await Promise.all([
    directoryProps(actor, { of, params: await searchParams, at }),
    getTranslations('directory'),
    getTranslations('shell'),
  ]);
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: t(`${of.name}.title`) }]} />
      {above}
      <Messages of={messages}>{await list(props, actor)}</Messages>
    </>
  );
}

/** The same directory as a tab of a company, narrowed to it. */
export async function companyDirectory<R extends DirectoryRow>(
  { kind, id, tab }: { kind: CompanyKind; id: string; tab: string },
  { of, list, searchParams }: Listed<R>,
): Promise<ReactNode> {
  const { actor, company } = await companyPage(kind, id, tab);
  const at = paths.companyOf(kind, id, tab);
  const { code } = company;
  const start = of.name === 'operators' ? { company: code, role: kind } : { [kind]: code };
  const props = await directoryProps(actor, { of, params: await searchParams, at, narrow: { [kind]: id }, start });
  return (
    <>
      <CompanyHead company={company} role={actor.role} tab={tab} />
      <Messages of={messages}>{await list(props, actor)}</Messages>
    </>
  );
}
