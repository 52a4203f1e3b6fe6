'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Brand } from '@/components/icons/brand';
import { Icon } from '@/components/icons/icon';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import type { SectionKey } from './section-list';
import { Sections } from './sections';

/** The drawer itself: brand, a way out, and the sections of the rail. Going to one closes it. */
export function DrawerPanel({
  keys,
  open,
  onOpenChange,
  returnTo,
}: {
  keys: readonly SectionKey[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  returnTo: RefObject<HTMLElement | null>;
}) {
  const t = useTranslations('shell');
  const title = t('sectionsLabel');
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} className="drawer" returnTo={returnTo}>
      <nav aria-label={title}>
        <div className="brand">
          <Brand />
          <span className="grow" />
          <DialogClose className="iconbtn" aria-label={t('closeSections')}>
            <Icon name="close" />
          </DialogClose>
        </div>
        <Sections keys={keys} onNavigate={() => onOpenChange(false)} />
      </nav>
    </Dialog>
  );
}
