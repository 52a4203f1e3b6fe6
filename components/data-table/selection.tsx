'use client';

import { type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ListWords, Saying } from './say-filter';

type Props = {
  selected: number;
  /** How many match, in words: "3 412", "10 000+"; null while that is not known. */
  matching: string | null;
  /** True when more match than the page shows. */
  more: boolean;
  all: boolean;
  setAll: (all: boolean) => void;
  clear: () => void;
  copy: () => Promise<void>;
  /** What can be done with everything that matches. */
  children?: ReactNode;
  saying: Saying;
};

/** Says which "all" is selected, offers the other one, and what can be done with it. */
export function SelectionLine({ selected, matching, more, all, setAll, clear, copy, children, saying }: Props) {
  const { t, format } = saying;
  if (all && matching !== null) {
    return (
      <>
        <span role="status">{t.rich('selection.all', { count: matching, b: strong })}</span>
        <Button variant="plain" small onClick={() => setAll(false)}>
          {t('selection.onlyPage')}
        </Button>
        {children}
      </>
    );
  }
  return (
    <>
      <span role="status">{t.rich('selection.page', { n: selected, count: format.count(selected), b: strong })}</span>
      {more && matching !== null ? (
        <Button variant="plain" small onClick={() => setAll(true)}>
          {t('selection.selectAll', { count: matching })}
        </Button>
      ) : null}
      <Copy t={t} copy={copy} />
      <Button variant="plain" small onClick={clear}>
        {t('selection.clear')}
      </Button>
    </>
  );
}

const strong = (words: ReactNode) => <b className="font-semibold text-text">{words}</b>;

function Copy({ t, copy }: { t: ListWords; copy: () => Promise<void> }) {
  const [done, setDone] = useState(false);
  return (
    <Button variant="plain" small icon={done ? 'check' : 'copy'} onClick={() => void copy().then(() => setDone(true))}>
      {done ? t('selection.copied') : t('selection.copy')}
    </Button>
  );
}
