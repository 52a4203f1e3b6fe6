'use client';

import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useActionState, useEffect } from 'react';
import { useActionForm } from '@/components/forms/use-action-form';
import { Icon } from '@/components/icons/icon';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ActionResult } from '@/lib/actions/result';
import { themes } from '@/lib/domain/theme';
import { languages } from '@/lib/i18n/language';
import type { ProfileSettings } from '@/lib/services/profile/types';
import { Choices } from './choices';

type Result = ActionResult<ProfileSettings>;

/** Language and theme, saved together. It works before, and without, any script. */
export function ProfileForm({
  settings,
  action,
}: {
  settings: ProfileSettings;
  action: (previous: Result | null, form: FormData) => Promise<Result>;
}) {
  const t = useTranslations('profile');
  const { setTheme } = useTheme();
  const [result, submit, pending] = useActionState(action, null);
  const kept = result?.ok ? result.data.theme : null;
  useEffect(() => {
    if (kept) setTheme(kept);
  }, [kept, setTheme]);
  const { send } = useActionForm(submit, { pending });
  return (
    <form action={submit} onSubmit={send} className="flex max-w-xl flex-col gap-5">
      <input type="hidden" name="version" value={Math.max(settings.version, result?.ok ? result.data.version : 0)} />
      <Choices
        key={settings.language}
        name="language"
        label={t('language')}
        chosen={settings.language}
        of={languages.map((value) => [value, t(`languages.${value}`)])}
      />
      <Choices
        key={settings.theme}
        name="theme"
        label={t('theme')}
        chosen={settings.theme}
        of={themes.map((value) => [value, t(`themes.${value}`)])}
      />
      {result && !result.ok ? <Refused result={result} /> : null}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" disabled={pending}>
          {t('save')}
        </Button>
        <span role="status" className="choice">
          {result?.ok && !pending ? (
            <>
              <Icon name="done" tone="pass" />
              {t('outcomes.saved')}
            </>
          ) : null}
        </span>
      </div>
    </form>
  );
}

function Refused({ result }: { result: Extract<Result, { ok: false }> }) {
  const t = useTranslations('profile.outcomes');
  return (
    <Notice live tone={result.code === 'conflict' ? 'attention' : 'danger'}>
      {result.code === 'conflict' ? t('conflict') : t('failed')}
      {result.reference ? ` ${t('reference', { reference: result.reference })}` : null}
    </Notice>
  );
}
