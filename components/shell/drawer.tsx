'use client';

import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Brand } from '@/components/icons/brand';
import { Icon } from '@/components/icons/icon';
import type { SectionKey } from './section-list';
import { Sections } from './sections';

/** The sections on a phone: a native popover, which closes by Escape and by a touch outside without any script. */
export function Drawer({ keys }: { keys: readonly SectionKey[] }) {
  const t = useTranslations('shell');
  const drawer = useRef<HTMLElement>(null);
  return (
    <>
      <button type="button" className="iconbtn phone-only" aria-label={t('openSections')} popoverTarget="drawer">
        <Icon name="menu" />
      </button>
      <nav id="drawer" ref={drawer} popover="auto" className="drawer" aria-label={t('sectionsLabel')}>
        <div className="brand">
          <Brand />
        </div>
        <Sections keys={keys} onNavigate={() => drawer.current?.hidePopover()} />
      </nav>
    </>
  );
}
