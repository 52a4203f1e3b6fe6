'use client';

import { setNonce } from 'get-nonce';

/** Gives Radix the nonce for the style element that it makes while a layer is open; the policy refuses it otherwise. */
export function Nonce({ value }: { value: string }) {
  setNonce(value);
  return null;
}
