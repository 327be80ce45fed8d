import type { Kind } from '../kinds'
import type { Progress } from '../progress'
import { isOfState } from '../rank'
import { fieldsOf } from '../state'
import { fieldIn, type Told } from '../told'
import { type Account, found, nameOf, type Rule, secondsBetween } from './account'
import type { Found } from './explain'

/** Fields that have one true value, whoever tells it, and how their values are compared. */
const ONE_TRUTH: Readonly<Record<string, (value: unknown) => string>> = {
  total: amount,
  currency: (value) => String(value).toUpperCase(),
  awb: (value) => String(value).toUpperCase(),
}

/** What providers say differently, and what changed after a step that settles it. */
export const conflict: Rule = (account) => [
  ...betweenProviders(account),
  ...account.progress.flatMap((one) => changedTooLate(account.kind, one, account.told)),
]

function betweenProviders({ kind, state, told }: Account): Found[] {
  return fieldsOf(state).flatMap(({ field, value, provider, saidAt, eventId, others }) => {
    const compared = Object.hasOwn(ONE_TRUTH, field) ? ONE_TRUTH[field] : undefined
    const differing = compared ? others.filter((other) => compared(other.value) !== compared(value)) : []
    if (differing.length === 0) return []
    const sides = [{ provider, value, eventId }, ...differing]
    const said = sides.map((side) => ({ provider: side.provider, value: side.value }))
    const events = sides.flatMap((side) => told.filter((event) => event.eventId === side.eventId))
    return [found('conflict', Date.parse(saidAt), events, { code: 'providers_differ', kind, field, said })]
  })
}

/** A field that a step asks for is settled by the next required state: one finding for each change after it. */
function changedTooLate(kind: Kind, { lifecycle, provider, reached }: Progress, told: readonly Told[]): Found[] {
  return lifecycle.steps.flatMap((step) => {
    if (!('field' in step.reachedBy)) return []
    const { field } = step.reachedBy
    const settled = reached.find(
      (one) => isOfState(one.step) && one.step.need === 'required' && one.step.place > step.place,
    )
    if (!settled) return []
    const values = told.filter((event) => event.provider === provider && fieldIn(event, field) !== undefined)
    return values.slice(1).flatMap((event, index) => {
      const before = values[index]
      if (!before || told.indexOf(event) <= told.indexOf(settled.told)) return []
      const [was, is] = [fieldIn(before, field), fieldIn(event, field)]
      if (was === is) return []
      const cause = {
        ...({ code: 'changed_too_late', kind, field, before: was, after: is } as const),
        ...{ seconds: secondsBetween(settled.told, event), step: nameOf(settled.step) },
      }
      return [found('conflict', event.at, [settled.told, event], cause)]
    })
  })
}

/** A decimal without what makes no difference: `50000.00` is `50000`. */
function amount(value: unknown): string {
  const text = String(value)
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text
}
