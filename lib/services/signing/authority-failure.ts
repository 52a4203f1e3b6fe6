import 'server-only';
import type { ErrorCode } from '@/lib/domain/errors';
import { MachineFailure } from '@/lib/domain/machine-failure';
import type { AuthorityError, Refusal } from '@/lib/signing/authority-error';

const refusedBy: Partial<Readonly<Record<Refusal, readonly [ErrorCode, string]>>> = {
  access: ['2.1.2', 'The certificate authority no longer accepts the access that it granted: renew it.'],
  token: ['2.1.2', 'The certificate authority no longer accepts the access to its service: renew it.'],
  'too-many': ['2.1.3', 'The certificate authority granted no more signatures.'],
  disabled: ['2.1.1', 'The certificate authority has disabled the credential.'],
  certificate: ['2.1.1', 'The certificate authority calls the certificate expired or revoked.'],
};

const lost: Readonly<Record<'unreachable' | 'not-confirmed', string>> = {
  unreachable: 'The certificate authority cannot be reached: nothing was signed.',
  'not-confirmed': 'The certificate authority did not confirm the signature: ask again.',
};

/** A call of signing that failed, in the codes of product.md section 5. */
export function failureOf({ outcome }: AuthorityError): MachineFailure {
  if (outcome.kind !== 'refused') return new MachineFailure('2.2.0', lost[outcome.kind]);
  const [code, sentence] = refusedBy[outcome.refusal] ?? ['2.2.0', 'The certificate authority refused to sign.'];
  return new MachineFailure(code, sentence);
}
