import { credentialIn } from './credentials';
import { CscRefusal, hashesIn, invalidRequest, stringIn } from './refusal';
import { clockOf, newOtp, type SandboxCredential, type SandboxState, secret } from './state';

type Json = Readonly<Record<string, unknown>>;
const otpMs = 120_000;
const pinsAllowed = 3;

/** credentials/sendOTP: the sandbox shows the code under /phone. */
export function sendOtp(state: SandboxState, body: Json, user: string): null {
  const credential = credentialIn(state, body, user);
  if (credential.otp !== 'online') throw invalidRequest('Invalid parameter credentialID');
  credential.otpSent = { code: newOtp(), until: clockOf(state) + otpMs };
  return null;
}

/** credentials/authorize (11.6): SAD for so many signatures, once PIN and OTP are right. */
export function authorizeCredential(state: SandboxState, body: Json, user: string): Json {
  const credential = credentialIn(state, body, user);
  if (credential.authMode === 'oauth2code') throw invalidRequest('Invalid parameter credentialID');
  const repeated = typeof body.clientData === 'string' ? state.authorised.get(body.clientData) : undefined;
  if (repeated) return repeated;
  const signatures = numberOfSignatures(credential, body);
  checkFactors(state, credential, body);
  const hashes = credential.scal === '2' ? hashesIn(body) : null;
  const granted = grant(state, credential, signatures, hashes);
  if (typeof body.clientData === 'string') state.authorised.set(body.clientData, granted);
  return granted;
}

/** A SAD; the same for `credentials/authorize` and for a code of the scope `credential`. */
export function grant(
  state: SandboxState,
  { id }: SandboxCredential,
  signatures: number,
  hashes: readonly string[] | null,
): { SAD: string; expiresIn: number } {
  const SAD = secret();
  const until = clockOf(state) + state.grantSeconds * 1000;
  state.sads.set(SAD, { credentialId: id, hashes, left: signatures, until });
  return { SAD, expiresIn: state.grantSeconds };
}

export function numberOfSignatures(credential: SandboxCredential, body: Json): number {
  if (!credential.enabled) throw invalidRequest('The credential identified by credentialID is disabled');
  const signatures = Number(body.numSignatures);
  if (body.numSignatures === undefined || !Number.isInteger(signatures))
    throw invalidRequest('Missing (or invalid type) integer parameter numSignatures');
  if (signatures < 1) throw invalidRequest('Invalid value for parameter numSignatures');
  if (credential.scal === '2' && signatures > credential.multisign)
    throw invalidRequest('Numbers of signatures is too high');
  return signatures;
}

/** PIN and OTP as the credential wants them. Three wrong PINs lock it; an OTP is good once and for two minutes. */
export function checkFactors(state: SandboxState, credential: SandboxCredential, body: Json): void {
  if (credential.pin !== null) {
    if (credential.wrongPins >= pinsAllowed) throw invalidRequest('PIN locked');
    if (body.PIN !== credential.pin) {
      credential.wrongPins += 1;
      throw invalidRequest('The PIN is invalid');
    }
    credential.wrongPins = 0;
  }
  if (credential.otp === 'none') return;
  const sent =
    credential.otp === 'offline' ? { code: offlineOtp, until: Number.POSITIVE_INFINITY } : credential.otpSent;
  if (!sent || body.OTP !== sent.code) throw new CscRefusal(400, 'invalid_otp', 'The OTP is invalid');
  if (sent.until <= clockOf(state)) throw new CscRefusal(400, 'invalid_otp', 'The OTP has expired');
  credential.otpSent = null;
}

/** What the token generator of an offline credential always shows here. */
export const offlineOtp = '424242';

/** credentials/extendTransaction: a new SAD for what is left of the old one. */
export function extendTransaction(state: SandboxState, body: Json, user: string): Json {
  const credential = credentialIn(state, body, user);
  const old = state.sads.get(stringIn(body, 'SAD'));
  if (!old || old.credentialId !== credential.id || old.until <= clockOf(state))
    throw invalidRequest('Invalid parameter SAD');
  state.sads.delete(stringIn(body, 'SAD'));
  return grant(state, credential, old.left, old.hashes);
}
