import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { getFormat } from '@/lib/format/server';
import { paths } from '@/lib/paths';
import type { Subject } from '@/lib/services/subjects/list';

/** The auditor's home: the taxpayers granted for today, each one step from its records. */
export async function Welcome({ name, subjects }: { name: string; subjects: readonly Subject[] }) {
  const t = await getTranslations('home.welcome');
  const f = await getFormat();
  if (subjects.length === 0) {
    return <EmptyState kind="nothing" as="h1" title={t('none')} text={t('noneText')} />;
  }
  return (
    <>
      <PageHead title={t('title', { name })} sub={t('sub')} />
      <table className="t cards">
        <caption className="sr-only">{t('sub')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('columns.name')}</th>
            <th scope="col">{t('columns.code')}</th>
            <th scope="col">{t('columns.until')}</th>
            <th scope="col">{t('columns.records')}</th>
          </tr>
        </thead>
        <tbody>
          {subjects.map(({ id, name: subject, code, to }) => (
            <tr key={id}>
              <td className="p1">{subject}</td>
              <td className="p3 id">{code}</td>
              <td className="p2">{f.day(to)}</td>
              <td className="p4">
                <Link
                  href={paths.operations({ issuer: id })}
                  prefetch={false}
                  aria-label={t('open', { name: subject })}
                >
                  {t('openShort')}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
