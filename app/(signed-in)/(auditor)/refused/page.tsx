import { forbidden } from 'next/navigation';
import { requireActor } from '@/lib/auth/current-actor';
import { paths } from '@/lib/paths';

/** Where middleware.ts sends a request that the role does not permit: 403 in the words of forbidden.tsx, nothing else. */
export default async function RefusedPage() {
  await requireActor(paths.refused());
  forbidden();
}
