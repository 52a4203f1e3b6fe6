/**
 * A share of a limit: accent below 80 %, attention to 100 %, danger above; the 80 % mark is always drawn. An SVG, since
 * a width in a style attribute would break the content security policy. `share` 1 is full.
 */
export function Meter({ share, label }: { share: number; label: string }) {
  const percent = Math.round(share * 1000) / 10;
  const tone = share >= 1 ? 'over' : share >= 0.8 ? 'near' : 'below';
  return (
    <div
      className="meter"
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <svg className={tone} width="100%" height="16" aria-hidden="true">
        <rect className="track" y="4" width="100%" height="8" rx="2" />
        <rect className="part" y="4" width={`${Math.min(percent, 100)}%`} height="8" rx="2" />
        <rect className="mark" x="80%" width="1.5" height="16" />
      </svg>
    </div>
  );
}
