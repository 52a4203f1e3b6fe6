'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** Seconds left at which it is said aloud; every second would drown everything else. */
const saidAt = [60, 30, 10];

/** How long the code is still good, by the second; announced politely at a few moments, and when it is over. */
export function Countdown({ until }: { until: number }) {
  const t = useTranslations('certificateFlow');
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const look = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [until]);
  const time = left === null ? '2:00' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  const isOver = left === 0;
  const said = isOver ? t('leftOver') : left !== null && saidAt.includes(left) ? t('leftSoon', { n: left }) : '';
  return (
    <>
      <p className="s text-13" aria-hidden="true">
        {isOver ? t('leftOver') : t('left', { time })}
      </p>
      <p className="sr-only" role="status">
        {said}
      </p>
    </>
  );
}
