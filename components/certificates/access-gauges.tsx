import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import type { Formatter } from '@/lib/format/formatter';
import { getFormat } from '@/lib/format/server';
import type { CertificateDetail } from '@/lib/services/certificates/schemas';
import { Gauge } from './gauge';

const dayMs = 86_400_000;

/** Never a hundred while something is used: two digits then, cut and not rounded. */
function percentOf(share: number, format: Formatter): string {
  const nearlyAll = share > 0.99 && share < 1;
  const said = format.percent(nearlyAll ? Math.floor(share * 10_000) / 10_000 : share, nearlyAll ? 2 : 0);
  return said.replace(/[\s\u00a0]?%$/, '');
}

/** What is left of the access: days and signatures, and which of them ends first at the present rate. */
export async function AccessGauges({ access }: { access: CertificateDetail['access'] }) {
  const [t, format] = await Promise.all([getTranslations('certificate'), getFormat()]);
  const { grant, state, perDay, firstEnd, warnDays, warnPercent } = access;
  if (!grant)
    return (
      <div className="sec">
        <Notice tone="attention">{t('never')}</Notice>
      </div>
    );
  const now = Date.now();
  const whole = Math.max(1, Math.round((grant.expiresAt - grant.grantedAt) / dayMs));
  const left = Math.max(0, Math.ceil((grant.expiresAt - now) / dayMs));
  const isOver = grant.expiresAt <= now || state === 'revoked';
  const share = Math.max(0, 1 - grant.used / grant.limit);
  const first = (isNear: boolean) => <b className={isNear ? 'text-attention-text' : 'text-text'}>{t('endsFirst')} </b>;
  const isNear = { days: left <= warnDays, signatures: (1 - share) * 100 >= warnPercent };
  const tone = (near: boolean, over: boolean) => (over ? 'da' : near ? 'at' : undefined);
  return (
    <div className="gauges">
      <Gauge
        left={isOver ? 0 : left / whole}
        figure={format.count(isOver ? 0 : left)}
        unit={t('days.left', { n: isOver ? 0 : left })}
        tone={tone(isNear.days, isOver)}
        title={t('days.title')}
      >
        <p>{t('days.used', { used: format.count(whole - left), whole: format.count(whole) })}</p>
        <p>{t(isOver ? 'days.ended' : 'days.ends', { at: format.full(grant.expiresAt) })}</p>
        <p>
          {firstEnd?.kind === 'days' && !isOver ? first(isNear.days) : null}
          {state === 'expiring' ? t('mailed') : null}
        </p>
      </Gauge>
      <Gauge
        left={share}
        figure={percentOf(share, format)}
        unit={t('signatures.left')}
        tone={tone(isNear.signatures, share === 0)}
        title={t('signatures.title')}
      >
        <p>{t('signatures.used', { used: format.count(grant.used), limit: format.count(grant.limit) })}</p>
        <p>
          {firstEnd?.kind === 'signatures' ? first(isNear.signatures) : null}
          {perDay > 0 ? t('signatures.rate', { perDay: format.count(perDay) }) : t('signatures.noRate')}
        </p>
      </Gauge>
    </div>
  );
}
