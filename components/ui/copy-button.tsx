'use client';

import { useState } from 'react';
import { Icon } from '@/components/icons/icon';

/**
 * An identifier that copies itself. `label` says what the button does ("Copy the operation's id"), `done` is read out
 * and drawn after it ("Copied").
 */
export function CopyButton({
  text,
  label,
  done,
  shown = text,
}: {
  text: string;
  label: string;
  done: string;
  /** What stands there, where the text itself is too long. */
  shown?: string;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Without the right to the clipboard nothing is claimed: the text stays there to be selected.
    await navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <button
      type="button"
      className="copy id"
      aria-label={shown === text ? `${text}, ${label}` : label}
      onClick={copy}
      onBlur={() => setCopied(false)}
    >
      {shown}
      <Icon name={copied ? 'check' : 'copy'} small />
      <span className="sr-only" role="status">
        {copied ? done : ''}
      </span>
    </button>
  );
}
