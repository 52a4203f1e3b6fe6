import { getTranslations } from 'next-intl/server';
import { Facts } from '@/components/ui/facts';
import type { Actor } from '@/lib/domain/actor';
import { getFormat } from '@/lib/format/server';

/** Who is signed in: what an operator cannot change by itself. */
export async function ProfileFacts({ actor, lastSignInAt }: { actor: Actor; lastSignInAt: Date | null }) {
  const t = await getTranslations('profile');
  const format = await getFormat();
  const company = actor.companyName === null ? [] : [[t('company'), actor.companyName] as const];
  return (
    <Facts
      of={[
        [t('email'), actor.email],
        [t('role'), t(`roles.${actor.role}`)],
        ...company,
        [t('lastSignIn'), lastSignInAt ? format.full(lastSignInAt) : null],
      ]}
    />
  );
}
