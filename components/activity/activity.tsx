import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import type { ActivityPage } from '@/lib/services/activity/schemas';
import { ActLine } from './act-line';

/**
 * What happened, the latest first. `address` gives the page that begins at a cursor (null: the first); `before` is the
 * cursor that this one began at.
 */
export async function Activity({
  page,
  before,
  address,
}: {
  page: ActivityPage;
  before: string | null;
  address: (before: string | null) => string;
}) {
  const t = await getTranslations('activity');
  if (page.acts.length === 0) return <EmptyState kind="nothing" title={t('none.title')} text={t('none.text')} />;
  return (
    <>
      <ol className="activity">
        {page.acts.map((act) => (
          <ActLine key={act.id} act={act} />
        ))}
      </ol>
      <nav className="flex gap-2 px-(--gutter) py-3" aria-label={t('pages')}>
        {before === null ? null : (
          <ButtonLink href={address(null)} small icon="first">
            {t('latest')}
          </ButtonLink>
        )}
        {page.older === null ? null : (
          <ButtonLink href={address(page.older)} small icon="right" trail>
            {t('older')}
          </ButtonLink>
        )}
      </nav>
    </>
  );
}
