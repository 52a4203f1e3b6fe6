import { webcrypto } from 'node:crypto';
import { CryptoEngine, setEngine } from 'pkijs';

let isSet = false;

/** pkijs computes with what it is given; asked for once a process. */
export function setNodeCrypto(): void {
  if (isSet) return;
  setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }));
  isSet = true;
}
