'use client';

import * as Dialog from '@radix-ui/react-dialog';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Brand } from '@/components/icons/brand';
import { Icon } from '@/components/icons/icon';
import type { SectionKey } from './section-list';
import { Sections } from './sections';

/** The drawer itself, a modal dialog: the focus stays inside and goes back to `returnTo`, the page behind is still. */
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
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="drawer"
          aria-modal
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            returnTo.current?.focus();
          }}
        >
          <Dialog.Title className="sr-only">{t('sectionsLabel')}</Dialog.Title>
          <nav aria-label={t('sectionsLabel')}>
            <div className="brand">
              <Brand />
              <span className="grow" />
              <Dialog.Close className="iconbtn" aria-label={t('closeSections')}>
                <Icon name="close" />
              </Dialog.Close>
            </div>
            <Sections keys={keys} onNavigate={() => onOpenChange(false)} />
          </nav>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
