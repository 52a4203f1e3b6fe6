import type { Actor } from '@/lib/domain/actor';
import { newId } from '@/lib/domain/ids';

type OperatorRow = {
  id: string;
  role: Actor['role'];
  partnerId: string | null;
  issuerId: string | null;
  name: string;
  email: string;
};

/** The actor that a fresh session of `operator` would give; for tests of verbs, which do not sign in. */
export function actorOf(operator: OperatorRow, more: Partial<Actor> = {}): Actor {
  return {
    operatorId: operator.id,
    sessionId: newId(),
    role: operator.role,
    partnerId: operator.partnerId,
    issuerId: operator.issuerId,
    issuerIds: [],
    scope: { issuers: null, until: null },
    readOnly: false,
    verifiedAt: Date.now(),
    mustEnrol: false,
    secondFactor: false,
    name: operator.name,
    email: operator.email,
    companyName: null,
    language: 'pt',
    theme: 'system',
    request: { id: newId(), address: '127.0.0.1' },
    ...more,
  };
}
