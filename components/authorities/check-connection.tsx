'use client';

import { useTranslations } from 'next-intl';
import { type FormAction, PlainForm } from '@/components/forms/plain-form';
import { useWatch } from '@/components/ui/use-watch';
import { authorityCheck } from '@/lib/services/authorities/schemas';

/** Asks for a check of the connection; while it is under way the page looks again by itself. */
export function CheckConnection({
  id,
  underWay,
  action,
}: {
  id: string;
  underWay: boolean;
  action: FormAction<{ id: string }>;
}) {
  const t = useTranslations('authority');
  useWatch(underWay);
  if (underWay) return null;
  return (
    <PlainForm name="check" action={action} schema={authorityCheck} hidden={{ id }} submit={t('check')}>
      {null}
    </PlainForm>
  );
}
