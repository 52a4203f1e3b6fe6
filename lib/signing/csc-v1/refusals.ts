import type { Refusal } from '../authority-error';

/**
 * The errors of the protocol as refusals: by code, and by description where a code (mostly `invalid_request`) says too
 * little. Descriptions are those of v1.0.4.0 and v2, chapter 11.
 */
const byCode: Readonly<Record<string, Refusal>> = {
  access_denied: 'cancelled',
  invalid_grant: 'code',
  invalid_client: 'client',
  unauthorized_client: 'client',
  invalid_token: 'token',
  expired_token: 'token',
  invalid_otp: 'otp',
  invalid_pin: 'pin',
  temporarily_unavailable: 'busy',
  server_error: 'busy',
};
const byDescription: readonly (readonly [RegExp, Refusal])[] = [
  [/PIN (is )?locked|credential locked/i, 'pin-locked'],
  [/\bPIN\b.*invalid|invalid.*\bPIN\b/i, 'pin'],
  [/\bOTP\b.*expired/i, 'otp-expired'],
  [/\bOTP\b/i, 'otp'],
  [/is disabled/i, 'disabled'],
  [/certificate is (expired|revoked|suspended)/i, 'certificate'],
  [/signatures is too high|numSignatures/i, 'too-many'],
  [/\bSAD\b/i, 'access'],
  [/code is invalid or expired|parameter code|refresh.?token/i, 'code'],
];

/** @param status of HTTP; 401 is a token that is no longer good, whatever is written beside it */
export function refusalOf(status: number, error: string, description: string): Refusal {
  const told = byDescription.find(([pattern]) => pattern.test(description))?.[1];
  if (status === 401) return byCode[error] === 'client' ? 'client' : 'token';
  return told ?? byCode[error] ?? (status === 429 || status === 503 ? 'busy' : 'other');
}
