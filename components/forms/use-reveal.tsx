'use client';

import { useState } from 'react';
import { Icon } from '@/components/icons/icon';

/** The eye at the end of a password: what is typed can be shown. For an input's `type` and what stands after it. */
export function useReveal({ show, hide }: { show: string; hide: string }) {
  const [shown, setShown] = useState(false);
  return {
    type: shown ? 'text' : 'password',
    after: (
      <button
        type="button"
        className="iconbtn"
        aria-label={shown ? hide : show}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
      >
        <Icon name="eye" />
      </button>
    ),
  };
}
