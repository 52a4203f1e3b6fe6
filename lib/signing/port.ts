import type { Digest, KeyAlgorithm } from '@/lib/domain/signature';

/** How a certificate authority is reached; the remote-service card of product.md section 4. */
export type AuthorityAddress = {
  readonly id: string;
  /** What comes before `/csc/v1`. */
  readonly baseUrl: string;
  /** What comes before `/authorize` and `/token`; null: what `info` says. */
  readonly oauthUrl: string | null;
  readonly clientId: string;
  readonly clientSecret: string;
  /** RFC 3161 over HTTP; null: `signatures/timestamp` of the authority itself. */
  readonly timeStampUrl: string | null;
};

/** What an authority says of itself. */
export type AuthorityInfo = {
  readonly name: string;
  readonly specs: string;
  readonly region: string;
  readonly description: string;
  readonly authTypes: readonly string[];
  readonly methods: readonly string[];
  readonly oauthUrl: string | null;
};

/** Access to the service in a person's name, for as long as it lasts. */
export type ServiceAccess = {
  readonly token: string;
  readonly refreshToken: string | null;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

/** How a credential wants to be authorised: by nothing more, by PIN and OTP, or at the authority's own pages. */
export const authModes = ['implicit', 'explicit', 'oauth2code'] as const;
export type AuthMode = (typeof authModes)[number];

/** A remote certificate with its key, as `credentials/info` tells of it. */
export type Credential = {
  readonly id: string;
  readonly enabled: boolean;
  readonly keyAlgorithm: KeyAlgorithm;
  /** Bits. */
  readonly keyLength: number;
  /** DER, the certificate itself first. */
  readonly chain: readonly Uint8Array[];
  readonly status: 'valid' | 'expired' | 'revoked' | 'suspended';
  readonly authMode: AuthMode;
  readonly scal: '1' | '2';
  /** Signatures in one call. */
  readonly multisign: number;
  readonly pin: boolean;
  readonly otp: 'none' | 'online' | 'offline';
};

/** Leave to sign: what the protocol calls Signature Activation Data. */
export type SignatureAccess = { readonly sad: string; readonly expiresAt: number };

/** What goes along when a person is sent to the authority's pages. */
export type AuthorizeRequest = {
  readonly redirectUri: string;
  readonly state: string;
  readonly challenge: string;
  readonly language: string;
  /** Absent: access to the service. */
  readonly credential?: { readonly id: string; readonly signatures: number };
};

/**
 * The one port to certificate authorities, whatever they speak. Every method throws `AuthorityError` and nothing else.
 */
export interface CertificateAuthority {
  info(): Promise<AuthorityInfo>;
  authorizeUrl(request: AuthorizeRequest): Promise<string>;
  /** What the authority gives for the code that came back with the person. */
  exchange(request: { code: string; verifier: string; redirectUri: string }): Promise<ServiceAccess>;
  refresh(refreshToken: string): Promise<ServiceAccess>;
  credentials(token: string): Promise<readonly string[]>;
  credential(token: string, id: string): Promise<Credential>;
  sendOtp(token: string, id: string): Promise<void>;
  /** `reference` is the same when the same is asked again. */
  authorize(
    token: string,
    request: { id: string; signatures: number; pin: string; otp: string; reference: string },
  ): Promise<SignatureAccess>;
  /** Raw signatures over these hashes, in their order. */
  signHashes(
    token: string,
    request: { id: string; sad: string; hashes: readonly Uint8Array[]; digest: Digest; keyAlgorithm: KeyAlgorithm },
  ): Promise<readonly Uint8Array[]>;
  /** A time-stamp token (RFC 3161, DER) over a hash. */
  timeStamp(token: string, hash: Uint8Array, digest: Digest): Promise<Uint8Array>;
}
