import { getTranslations } from 'next-intl/server';
import { getFormat } from '@/lib/format/server';
import type { OperatorSession } from '@/lib/services/operators/schemas';

/** The sessions that are open: on what, from where, since when. */
export async function OpenSessions({ sessions }: { sessions: readonly OperatorSession[] }) {
  const [t, format] = await Promise.all([getTranslations('operator'), getFormat()]);
  if (sessions.length === 0) return <p className="help">{t('sessionsNone')}</p>;
  return (
    <ul className="flex flex-col gap-3 text-13">
      {sessions.map(({ id, createdAt, lastSeenAt, address, device }) => (
        <li key={id}>
          <p className="strong">{device}</p>
          <p className="q">
            {address} · {t('since', { at: format.full(createdAt) })} · {t('lastUse', { at: format.full(lastSeenAt) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
