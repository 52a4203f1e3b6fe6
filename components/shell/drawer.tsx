'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Icon } from '@/components/icons/icon';
import type { DrawerPanel } from './drawer-panel';
import type { SectionKey } from './section-list';

/**
 * The sections on a phone. The dialog's code comes with the first press, since every page carries this button and no
 * page needs the dialog; a press that could not load it may be repeated.
 */
export function Drawer({ keys }: { keys: readonly SectionKey[] }) {
  const t = useTranslations('shell');
  const button = useRef<HTMLButtonElement>(null);
  const [Panel, setPanel] = useState<typeof DrawerPanel | null>(null);
  const [open, setOpen] = useState(false);
  const press = async () => {
    const panel =
      Panel ??
      (await import('./drawer-panel').then(
        (loaded) => loaded.DrawerPanel,
        () => null,
      ));
    setPanel(() => panel);
    setOpen(panel !== null);
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        className="iconbtn phone-only"
        aria-label={t('openSections')}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => void press()}
      >
        <Icon name="menu" />
      </button>
      {Panel ? <Panel keys={keys} open={open} onOpenChange={setOpen} returnTo={button} /> : null}
    </>
  );
}
