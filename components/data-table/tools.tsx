'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { LateMessages } from '@/lib/i18n/late-messages';
import en from '@/lib/i18n/messages/en/list-tools.json';
import pt from '@/lib/i18n/messages/pt/list-tools.json';
import { ColumnsTool } from './columns-tool';
import { KeysTool } from './keys-tool';
import type { Tool, ToolProps } from './tool';
import { ViewTool } from './view-tool';

const words = { en: { listTools: en }, pt: { listTools: pt } };

/**
 * What a list opens in a dialog: a view to save or edit, its columns, its keyboard. Loaded by the first press, with its
 * own words, so that no list page carries them.
 */
export default function ListTools(props: ToolProps & Opened) {
  return (
    <LateMessages of={words}>
      <Opened {...props} />
    </LateMessages>
  );
}

type Opened = { tool: Tool; returnTo: RefObject<HTMLElement | null> };

function Opened({ tool, returnTo, ...props }: ToolProps & Opened) {
  const t = useTranslations('listTools');
  const titles = { view: t('views.newTitle'), columns: t('columns.title'), keys: t('keys.title') };
  return (
    <Dialog open onOpenChange={props.close} title={titles[tool]} className="dialog" returnTo={returnTo}>
      {tool === 'view' ? <ViewTool {...props} /> : null}
      {tool === 'columns' ? <ColumnsTool {...props} /> : null}
      {tool === 'keys' ? <KeysTool close={props.close} /> : null}
    </Dialog>
  );
}
