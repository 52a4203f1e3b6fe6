import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHead } from '@/components/ui/page-head';
import { getFormat } from '@/lib/format/server';
import type { HomeView, SubjectRecords } from '@/lib/services/home/schemas';
import type { OperationRow } from '@/lib/services/operations/schemas';
import type { Subject } from '@/lib/services/subjects/list';
import { Bar } from './bar';
import { OperationLines } from './operation-lines';
import { SavedViews } from './saved-views';
import { Subjects } from './subjects';

type Props = {
  name: string;
  subjects: readonly Subject[];
  records: SubjectRecords;
  latest: readonly OperationRow[];
  views: readonly HomeView[];
};

/** The auditor's home: the taxpayers granted for today, each one step from its records; what they received last. */
export async function Welcome({ name, subjects, records, latest, views }: Props) {
  const t = await getTranslations('home');
  const f = await getFormat();
  if (subjects.length === 0) {
    return <EmptyState kind="nothing" as="h1" title={t('welcome.none')} text={t('welcome.noneText')} />;
  }
  return (
    <>
      <PageHead title={t('welcome.title', { name })} sub={t('welcome.sub')} />
      <Subjects subjects={subjects} records={records} format={f} />
      <div className="row halves grow">
        <section className="px-0" aria-label={t('recent')}>
          <Bar title={t('recent')} />
          {latest.length > 0 ? (
            <OperationLines
              caption={t('recent')}
              rows={latest}
              format={f}
              now={new Date().toISOString()}
              showsIssuer={subjects.length > 1}
            />
          ) : (
            <p className="help px-(--gutter)">{t('welcome.noneRecent')}</p>
          )}
        </section>
        <SavedViews views={views} />
      </div>
    </>
  );
}
