'use client';

import { type MouseEvent, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Copies the preformatted text that stands beside the button, which need not travel a second time. */
export function CopyBeside({ label, done }: { label: string; done: string }) {
  const [copied, setCopied] = useState(false);
  const copy = ({ currentTarget }: MouseEvent) => {
    const text = currentTarget.parentElement?.querySelector('pre')?.textContent ?? '';
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <>
      <Button small icon={copied ? 'check' : 'copy'} onClick={copy} onBlur={() => setCopied(false)}>
        {label}
      </Button>
      <span className="sr-only" role="status">
        {copied ? done : ''}
      </span>
    </>
  );
}
