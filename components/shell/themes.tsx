'use client';

import { setNonce } from 'get-nonce';
import { ThemeProvider } from 'next-themes';
import { type ReactNode, useState } from 'react';

/**
 * Themes, and the nonce for style elements that scripts make (next-themes, Radix). The document keeps the policy of its
 * first answer, so its nonce is kept too: later answers of the server carry others, which the browser would refuse.
 */
export function Themes({ nonce: given, children }: { nonce: string; children: ReactNode }) {
  const [nonce] = useState(given);
  setNonce(nonce);
  return (
    <ThemeProvider attribute="data-theme" defaultTheme="system" disableTransitionOnChange nonce={nonce}>
      {children}
    </ThemeProvider>
  );
}
