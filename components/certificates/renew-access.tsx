'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { paths } from '@/lib/paths';
import { type Onward, renewal } from '@/lib/services/certificates/schemas';

/** Begins to renew the access: off to the authority's page, or to a renewal that is under way. */
export function RenewAccess({
  certificate: { id, alias, authority },
  action,
}: {
  certificate: { readonly id: string; readonly alias: string; readonly authority: { readonly name: string } };
  action: FormAction<Onward>;
}) {
  const t = useTranslations('certificate');
  const f = useTranslations('certificateFlow');
  return (
    <ConfirmAction<Onward>
      label={t('renew')}
      look={{ icon: 'renew', variant: 'primary' }}
      title={t('renewAsk', { alias })}
      consequences={[
        { icon: 'leave', text: t('renewSays.go', { authority: authority.name }) },
        { icon: 'certificates', text: t('renewSays.holds') },
      ]}
      action={action}
      schema={renewal}
      hidden={{ id }}
      act={f('atAuthority')}
      faults={{ suspended: f('fault.suspended'), unchecked: f('fault.unchecked') }}
      done={(onward) => onward.url ?? paths.certificateFlow(onward.id)}
    />
  );
}
