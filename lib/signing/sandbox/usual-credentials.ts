import type { CredentialPlan } from './state';

/** The account by which a person signs in at the sandbox of the demonstration. */
export const sandboxUser = { name: 'padaria', password: 'sandbox' } as const;
/** How the product proves itself to it. */
export const sandboxClient = { id: 'signstash', secret: 'sandbox-client-secret' } as const;

const bakery = {
  owner: sandboxUser.name,
  organisation: 'Padaria Central, Lda.',
  vat: 'PT-500100144',
  keyAlgorithm: 'RSA',
  authMode: 'explicit',
  scal: '1',
  multisign: 100,
  pin: '1234',
  otp: 'online',
  validForDays: 700,
} as const;

/** One credential of each kind that the protocol knows, all of one account; PIN 1234, offline code 424242. */
export const usualCredentials: readonly CredentialPlan[] = [
  { ...bakery, id: 'seal-2027', commonName: 'Padaria Central Seal 2027' },
  { ...bakery, id: 'seal-ec', commonName: 'Padaria Central Seal EC', keyAlgorithm: 'ECDSA', otp: 'none' },
  { ...bakery, id: 'seal-web', commonName: 'Padaria Central Seal at the CA', authMode: 'oauth2code' },
  {
    ...bakery,
    id: 'seal-token',
    commonName: 'Padaria Central Seal with token',
    otp: 'offline',
    keyAlgorithm: 'RSA-PSS',
  },
  { ...bakery, id: 'signature-ana', commonName: 'Ana Sousa (signature)', scal: '2', multisign: 1 },
  { ...bakery, id: 'seal-old', commonName: 'Padaria Central Seal 2024', validForDays: -30 },
];
