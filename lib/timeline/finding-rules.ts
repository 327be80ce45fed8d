/** What a timeline can show to be wrong. `problem`: somebody should look. `notice`: worth knowing, nothing to do. */
export const FINDING_RULES = {
  missing_step: { title: 'Missing step', severity: 'problem' },
  step_back: { title: 'Step back', severity: 'problem' },
  conflict: { title: 'Conflict', severity: 'problem' },
  stuck: { title: 'Stuck', severity: 'problem' },
  rejected_delivery: { title: 'Rejected delivery', severity: 'problem' },
  out_of_order: { title: 'Arrived out of order', severity: 'notice' },
  late_arrival: { title: 'Late arrival', severity: 'notice' },
  repeated_delivery: { title: 'Repeated delivery', severity: 'notice' },
} as const satisfies Record<string, { title: string; severity: 'problem' | 'notice' }>

export type FindingRule = keyof typeof FINDING_RULES

export const FINDING_RULE_NAMES = Object.keys(FINDING_RULES) as FindingRule[]
