import type { FindingRule } from '@/lib/timeline/finding-rules'
import type { Kind } from '@/lib/timeline/kinds'
import type { TimelineSettings } from '@/lib/timeline/settings'

/** A state in which a thing can be stuck, with what the providers' lifecycles say of it. */
export interface StuckStep {
  /** `order.packed` */
  key: string
  kind: Kind
  state: string
  /** In hours, by provider; none where it may rest. */
  figures: { provider: string; hours: number }[]
}

/** The settings as a form holds them. */
export interface TimelineDraft {
  lateAfterMinutes: string
  /** By the key of a step: hours, empty for the provider's figure, null where it may rest. */
  hours: Record<string, string | null>
  disabledRules: FindingRule[]
}

export function toDraft({ lateAfterMinutes, stuckAfterHours, disabledRules }: TimelineSettings): TimelineDraft {
  const hours = Object.entries(stuckAfterHours).map(([key, value]) => [key, value === null ? null : String(value)])
  return {
    lateAfterMinutes: String(lateAfterMinutes),
    hours: Object.fromEntries(hours),
    disabledRules: disabledRules as FindingRule[],
  }
}

export function fromDraft({ lateAfterMinutes, hours, disabledRules }: TimelineDraft): TimelineSettings {
  const stuckAfterHours: TimelineSettings['stuckAfterHours'] = {}
  for (const [key, value] of Object.entries(hours)) {
    if (value === null) stuckAfterHours[key] = null
    else if (value.trim() !== '') stuckAfterHours[key] = Number(value)
  }
  return { lateAfterMinutes: Number(lateAfterMinutes), stuckAfterHours, disabledRules }
}

/** Whether both mean the same. */
export function isSameSettings(a: TimelineSettings, b: TimelineSettings): boolean {
  return sorted(a) === sorted(b)
}

function sorted({ lateAfterMinutes, stuckAfterHours, disabledRules }: TimelineSettings): string {
  return JSON.stringify([lateAfterMinutes, Object.entries(stuckAfterHours).sort(), [...disabledRules].sort()])
}
