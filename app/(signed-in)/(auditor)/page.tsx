import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AccessBanner } from '@/components/certificates/access-banner';
import { Overview } from '@/components/home/overview';
import { Welcome } from '@/components/home/welcome';
import { Breadcrumbs } from '@/components/ui/page-head';
import { requireActor } from '@/lib/auth/current-actor';
import type { Actor } from '@/lib/domain/actor';
import { reachOf } from '@/lib/domain/permissions';
import { installationUrl } from '@/lib/environment';
import { href, paths } from '@/lib/paths';
import { certificateWarnings } from '@/lib/services/certificates/warnings';
import { needsToday } from '@/lib/services/home/needs';
import { attention, recent } from '@/lib/services/home/operations';
import { subjectRecords } from '@/lib/services/home/records';
import { firstSteps } from '@/lib/services/home/start';
import { todayFigures } from '@/lib/services/home/today';
import { ownViews } from '@/lib/services/home/views';
import { readAll } from '@/lib/services/read-all';
import { listSubjects } from '@/lib/services/subjects/list';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home'))('title') };
}

/** What needs the operator today; for an auditor, whom it may consult. */
export default async function HomePage() {
  const actor = await requireActor(paths.home());
  const page = actor.role === 'auditor' ? await welcome(actor) : await overview(actor);
  const shell = await getTranslations('shell');
  return (
    <>
      <Breadcrumbs label={shell('breadcrumbs')} of={[{ label: shell('sections.home') }]} />
      {page}
    </>
  );
}

async function welcome(actor: Actor) {
  const read = await readAll(actor, {
    subjects: [listSubjects, {}],
    records: [subjectRecords, {}],
    latest: [recent, {}],
    views: [ownViews, {}],
  });
  return <Welcome name={actor.name} {...read} />;
}

async function overview(actor: Actor) {
  const read = await readAll(actor, {
    today: [todayFigures, {}],
    needs: [needsToday, {}],
    views: [ownViews, {}],
    troubled: [attention, {}],
    latest: [recent, {}],
    start: [firstSteps, {}],
    ...(reachOf('certificates.edit', actor.role) === null ? {} : { warnings: [certificateWarnings, {}] as const }),
  });
  const { warnings = [], ...shown } = read;
  return (
    <>
      <AccessBanner warnings={warnings} />
      <Overview
        {...shown}
        warned={warnings.length > 0}
        showsIssuer={actor.role !== 'issuer'}
        address={`${installationUrl().origin}${href('')}`}
      />
    </>
  );
}
