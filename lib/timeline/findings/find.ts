import type { FindingRule } from '../finding-rules'
import type { Account, Rule } from './account'
import { lateArrival, outOfOrder, repeatedDelivery } from './arrival'
import { conflict } from './conflict'
import type { Found } from './explain'
import { missingStep } from './missing-step'
import { stepBack } from './step-back'
import { stuck } from './stuck'

/** Every rule that mentions decide. Rejected deliveries are no mentions: they are looked for where they are kept. */
export const RULES: Readonly<Record<Exclude<FindingRule, 'rejected_delivery'>, Rule>> = {
  missing_step: missingStep,
  step_back: stepBack,
  conflict,
  stuck,
  out_of_order: outOfOrder,
  late_arrival: lateArrival,
  repeated_delivery: repeatedDelivery,
}

/** Of a thing that never stops going wrong, the latest say enough. */
const MOST_OF_A_RULE = 20

/** What the rules find that are not switched off: rule by rule, problems first, each by time; the latest 20 of a rule. */
export function findIn(account: Account): Found[] {
  return Object.entries(RULES)
    .filter(([name]) => !account.settings.disabledRules.includes(name))
    .flatMap(([, rule]) =>
      rule(account)
        .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
        .slice(-MOST_OF_A_RULE),
    )
}
