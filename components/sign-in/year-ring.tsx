import { getTranslations } from 'next-intl/server';
import type { Day } from '@/lib/domain/consumption-calendar';
import { getFormat } from '@/lib/format/server';
import { daysUntilInForce, monthLabels, yearTicks } from './year-geometry';

/** 2026 in ticks: the days that are left until the law is in force. From 2027 on the ring is closed. `today` is local. */
export async function YearRing({ today }: { today: Day }) {
  const [t, format] = await Promise.all([getTranslations('signIn.law'), getFormat()]);
  const left = daysUntilInForce(today);
  const inForce = left <= 0;
  const counted = { n: left, count: format.count(left) };
  const ticks = yearTicks();
  const path = (wanted: (day: Day) => boolean): string =>
    ticks.flatMap((tick) => (wanted(tick.day) ? [tick.line] : [])).join('');
  const isLeft = (day: Day): boolean => inForce || day >= today;
  return (
    <section className="law" aria-label={t('label')}>
      <svg
        className="year"
        viewBox="0 0 460 460"
        role="img"
        aria-label={inForce ? t('ringInForce') : t('daysLeft', counted)}
      >
        <path className="gone" d={path((day) => !isLeft(day))} />
        <path className="come" d={path(isLeft)} />
        {monthLabels().map(({ day, x, y }) => (
          <text key={day} x={x} y={y} className={!inForce && day.slice(0, 7) >= today.slice(0, 7) ? 'now' : undefined}>
            {format.monthShort(day.slice(0, 7))}
          </text>
        ))}
        <text className={inForce ? 'word' : 'big'} x="230" y="240">
          {inForce ? t('inForce') : counted.count}
        </text>
        <text className="cap" x="230" y="268">
          {inForce ? t('since') : t('caption', counted)}
        </text>
      </svg>
      <p>
        {t(inForce ? 'after' : 'before')}
        <br />
        <span className="q">{t('source')}</span>
      </p>
    </section>
  );
}
