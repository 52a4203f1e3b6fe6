'use client';

import { useState } from 'react';
import { Icon } from '@/components/icons/icon';

/** A SHA-256 by its ends; the button copies all of it. */
export function ShortHash({ hash, label, done }: { hash: string; label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(hash).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <button
      type="button"
      className="copy id q"
      aria-label={label}
      title={hash}
      onClick={copy}
      onBlur={() => setCopied(false)}
    >
      {`${hash.slice(0, 4)}…${hash.slice(-4)}`}
      <Icon name={copied ? 'check' : 'copy'} small />
      <span className="sr-only" role="status">
        {copied ? done : ''}
      </span>
    </button>
  );
}
