'use client';

import { useTranslations } from 'next-intl';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { Segmented } from '@/components/ui/segmented';
import { type Theme, themes } from '@/lib/domain/theme';

const never = () => () => {};

/** Light, dark, or as the device has it. The server does not know the choice, so it is shown once the page is alive. */
export function ThemeChoice({ save }: { save?: (theme: Theme) => Promise<unknown> }) {
  const t = useTranslations('shell');
  const { theme, setTheme } = useTheme();
  const alive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const choose = (next: Theme) => {
    setTheme(next);
    void save?.(next);
  };
  return (
    <Segmented
      label={t('theme')}
      value={alive ? (themes.find((each) => each === theme) ?? null) : null}
      choices={themes.map((each) => ({ value: each, label: t(`themes.${each}`) }))}
      onChange={choose}
    />
  );
}
