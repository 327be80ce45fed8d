import { LOOKS } from '@/components/overview/chart-legend'
import type { Outcome } from '@/lib/search/summary/schemas'

interface Look {
  /** Of the square beside its name. */
  swatch: string
  /** Of its part of a bar; null where that is hatched. */
  fill: string | null
}

/** Drawn as on the overview. Colour is never the only sign: what was rejected is hatched. */
export const OUTCOME_LOOKS: Record<Outcome, Look> = {
  succeeded: { swatch: LOOKS.proven, fill: 'fill-good/75' },
  none: { swatch: 'bg-idle/45', fill: 'fill-idle/45' },
  waiting: { swatch: 'border border-wait bg-wait-line', fill: 'fill-wait-line stroke-wait' },
  failed: { swatch: LOOKS.failed, fill: 'fill-bad' },
  rejected: { swatch: LOOKS.rejected, fill: null },
}
