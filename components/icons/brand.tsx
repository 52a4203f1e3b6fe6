/** The seal: one tick a share, and the tick of approval. */
function Seal() {
  return (
    <svg className="seal" viewBox="0 0 24 24" aria-hidden="true">
      <circle
        cx="12"
        cy="12"
        r="9.4"
        fill="none"
        stroke="currentColor"
        strokeWidth="3"
        pathLength="48"
        strokeDasharray="1.45 .55"
      />
      <path
        d="M7.6 12.3l3.1 3.2 5.7-7"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

/** Seal and wordmark. Its name for screen readers is the product's. */
export function Brand() {
  return (
    <>
      <Seal />
      <svg className="wordmark" viewBox="0 0 88 20" role="img" aria-label="Sign'Stash">
        <text x="0" y="15.5" textLength="36.5">
          Sign
        </text>
        <path d="M39.4 2.4h3.1l-2 5.2h-2.4z" />
        <text x="42.6" y="15.5" textLength="44">
          Stash
        </text>
      </svg>
    </>
  );
}
