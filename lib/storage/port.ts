/** Whose content, and which. Never by hash alone: that would tell one tenant what another one has. */
export type ContentAddress = {
  readonly partnerId: string;
  readonly issuerId: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
};

/** Bytes that wait in a file, so that they can be sent without being held whole. */
export type ContentSource = { readonly file: string; readonly size: number };

/** Where contents are kept. A content is there as a whole or not at all. */
export interface ContentStorage {
  /** Keeps the bytes; the same bytes again change nothing. */
  put(address: ContentAddress, source: ContentSource): Promise<void>;
  /** The bytes in order, piece by piece as they are asked for; null when there are none. */
  get(address: ContentAddress): Promise<AsyncIterable<Uint8Array> | null>;
  /** Removes the bytes, where there are any. */
  delete(address: ContentAddress): Promise<void>;
  exists(address: ContentAddress): Promise<boolean>;
}
