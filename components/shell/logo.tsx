/** The trail: three steps, left and right, uphill. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={className}>
      <rect width="24" height="24" rx="6.5" className="fill-accent" />
      <g className="fill-on-accent">
        <rect x="4.6" y="14.2" width="4.2" height="6" rx="2.1" transform="rotate(32 6.7 17.2)" />
        <rect x="12" y="11.2" width="4.2" height="6" rx="2.1" transform="rotate(32 14.1 14.2)" opacity=".85" />
        <rect x="9" y="4.2" width="4.2" height="6" rx="2.1" transform="rotate(32 11.1 7.2)" opacity=".7" />
        <circle cx="18.6" cy="6" r="1.6" opacity=".55" />
      </g>
    </svg>
  )
}
