import type { ReactNode } from 'react';
import { Icon, type IconName } from '@/components/icons/icon';
import type { AccessState, X509State } from '@/lib/domain/certificate';
import type { Status } from '@/lib/domain/company';
import type { DocumentStatus, OperationStatus } from '@/lib/domain/operation';
import type { Indication } from '@/lib/domain/validation';

/** ok: all is well · at: look at it · da: failed · mu: at rest · go: running */
type Tone = 'ok' | 'at' | 'da' | 'mu' | 'go';
type Seal = readonly [IconName, Tone];

const seals: Readonly<Record<OperationStatus | DocumentStatus | Status | AccessState | X509State | Indication, Seal>> =
  {
    RECEIVED: ['wait', 'mu'],
    PROCESSING: ['run', 'go'],
    COMPLETED: ['done', 'ok'],
    COMPLETED_WITH_ERRORS: ['part', 'at'],
    FAILED: ['fail', 'da'],
    CANCELLED: ['cancel', 'mu'],
    SIGNING: ['run', 'go'],
    SIGNED: ['done', 'ok'],
    NOTIFIED: ['done', 'ok'],
    ARCHIVED: ['done', 'ok'],
    PURGED: ['cancel', 'mu'],
    registered: ['wait', 'mu'],
    active: ['done', 'ok'],
    suspended: ['pause', 'at'],
    blocked: ['block', 'da'],
    deleted: ['cancel', 'mu'],
    never: ['wait', 'mu'],
    valid: ['done', 'ok'],
    expiring: ['warn', 'at'],
    expired: ['fail', 'da'],
    exhausted: ['fail', 'da'],
    revoked: ['block', 'da'],
    'TOTAL-PASSED': ['done', 'ok'],
    INDETERMINATE: ['warn', 'at'],
    'TOTAL-FAILED': ['fail', 'da'],
  };

/**
 * A status as a state of the seal: icon, word and tone. `label` is the translated word (namespace vocabulary), `detail`
 * follows in regular weight: an error code, "1 of 12". Inside a table the good state is quiet by itself.
 */
export function StatusChip({
  status,
  label,
  detail,
}: {
  status: keyof typeof seals;
  label: string;
  detail?: ReactNode;
}) {
  const [icon, tone] = seals[status];
  return (
    <span className={`chip ${tone}`}>
      <Icon name={icon} />
      {label}
      {detail ? <span className="code">{detail}</span> : null}
    </span>
  );
}
