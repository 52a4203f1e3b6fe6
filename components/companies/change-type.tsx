'use client';

import { useTranslations } from 'next-intl';
import { ConfirmAction } from '@/components/detail/confirm-action';
import type { FormAction } from '@/components/forms/action-form';
import { ChoiceField } from '@/components/forms/choice-field';
import { useFormat } from '@/lib/format/use-format';
import { typeChange } from '@/lib/services/companies/schemas';

type Done = { id: string; version: number };
type Partner = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly type: string;
  readonly nextType: { readonly type: string; readonly from: string } | null;
};

/** Gives a partner another type from a day on, or takes back a change that has not come yet. */
export function ChangeType({ partner, action }: { partner: Partner; action: FormAction<Done> }) {
  const t = useTranslations('company.typeChange');
  const format = useFormat();
  const { id, name, version, type, nextType } = partner;
  const other = type === 'RESELLER' ? 'INTEGRATOR' : 'RESELLER';
  const named = (each: string) => t(`names.${each as 'RESELLER'}`);
  if (nextType) {
    return (
      <ConfirmAction<Done>
        label={t('keep', { type: named(type) })}
        look={{ small: true, icon: 'cancel' }}
        title={t('keepAsk', { name, type: named(type) })}
        consequences={[{ icon: 'audit', text: t('keepSays', { day: format.day(nextType.from) }) }]}
        action={action}
        schema={typeChange}
        hidden={{ id, version, type, when: 'midnight' }}
        act={t('keep', { type: named(type) })}
      />
    );
  }
  return (
    <ConfirmAction<Done>
      label={t('change', { type: named(other) })}
      look={{ small: true, icon: 'renew' }}
      title={t('ask', { name, type: named(other) })}
      consequences={[
        { icon: 'partners', text: t(`says.${other}`) },
        { icon: 'operations', text: t('frozen') },
      ]}
      action={action}
      schema={typeChange}
      hidden={{ id, version, type: other }}
      act={t('change', { type: named(other) })}
    >
      <ChoiceField
        name="when"
        label={t('when')}
        of={(['midnight', 'month'] as const).map((value) => ({ value, label: t(`whens.${value}`) }))}
      />
    </ConfirmAction>
  );
}
