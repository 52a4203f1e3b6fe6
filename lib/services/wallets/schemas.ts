import { z } from 'zod';
import type { AccessState } from '@/lib/domain/certificate';
import { editedVersion, line } from '@/lib/domain/fields';

const id = z.uuid('invalid');

export const newWallet = z.strictObject({ name: line(80) });
export const walletRename = z.strictObject({ id, version: editedVersion, name: line(80) });
export const walletCurrent = z.strictObject({ id, version: editedVersion, certificate: z.uuid('choose') });
export const walletDeletion = z.strictObject({ id, version: editedVersion });

/** A wallet as its list reads it. */
export type FoundWallet = {
  id: string;
  name: string;
  principal: boolean;
  issuer: string;
  issuer_id: string;
  /** Alias of the current certificate, and where its access stands. */
  current: string | null;
  state: AccessState | null;
  certificates: number;
  services: number;
  registered: number;
};

/** A row as it travels. */
export type WalletRow = readonly [
  id: string,
  name: string,
  principal: boolean,
  issuer: string,
  current: string | null,
  state: AccessState | null,
  certificates: number,
  services: number,
  registeredAt: number,
];

/** One wallet. Instants in milliseconds since 1970. */
export type WalletDetail = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly principal: boolean;
  readonly registeredAt: number;
  readonly issuer: { readonly id: string; readonly name: string };
  readonly currentId: string | null;
  readonly certificates: readonly {
    readonly id: string;
    readonly alias: string;
    readonly state: AccessState;
    readonly validTo: number;
  }[];
  readonly services: readonly { readonly id: string; readonly alias: string }[];
};
