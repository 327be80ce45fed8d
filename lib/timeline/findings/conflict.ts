import { formatSeconds } from '@/lib/events/format'
import type { Progress, Reached } from '../progress'
import { isOfState } from '../rank'
import type { Finding } from '../schemas'
import { fieldsOf } from '../state'
import { fieldIn, type Told } from '../told'
import { fieldTitle } from '../words'
import { type Account, finding, kindWord, listed, nameOf, type Rule } from './account'

/** Fields that have one true value, whoever tells it, and how their values are compared. */
const ONE_TRUTH: Readonly<Record<string, (value: unknown) => string>> = {
  total: amount,
  currency: (value) => String(value).toUpperCase(),
  awb: (value) => String(value).toUpperCase(),
}

/** What providers say differently, and what changed after a step that settles it. */
export const conflict: Rule = (account) => [
  ...betweenProviders(account),
  ...account.progress.flatMap((one) => changedTooLate(one, account.told)),
]

function betweenProviders({ kind, state, told }: Account): Finding[] {
  return fieldsOf(state).flatMap(({ field, value, provider, saidAt, eventId, others }) => {
    const compared = Object.hasOwn(ONE_TRUTH, field) ? ONE_TRUTH[field] : undefined
    const differing = compared ? others.filter((other) => compared(other.value) !== compared(value)) : []
    if (differing.length === 0) return []
    const sides = [{ provider, value, eventId }, ...differing]
    const said = listed(sides.map((side) => `${nameOf(side.provider)} says ${side.value}`))
    const text = `${fieldTitle(field)} differs: ${said}. Find out which is right, and correct the ${kindWord(kind)} where it is wrong.`
    const events = sides.flatMap((side) => told.filter((event) => event.eventId === side.eventId))
    return [finding('conflict', Date.parse(saidAt), events, text)]
  })
}

/** A field that a step asks for is settled by the next required state: one finding for each change after it. */
function changedTooLate({ lifecycle, provider, reached }: Progress, told: readonly Told[]): Finding[] {
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
      return fieldIn(before, field) === fieldIn(event, field) ? [] : [changed(field, before, event, settled)]
    })
  })
}

function changed(field: string, before: Told, event: Told, settled: Reached): Finding {
  const after = formatSeconds((event.at - settled.told.at) / 1000)
  const [was, is] = [fieldIn(before, field), fieldIn(event, field)]
  const text = `The ${fieldTitle(field)} changed from ${was} to ${is}, ${after} after “${settled.step.title}”. Make sure that the courier and the customer know the new one, and find out what became of the old one.`
  return finding('conflict', event.at, [settled.told, event], text)
}

/** A decimal without what makes no difference: `50000.00` is `50000`. */
function amount(value: unknown): string {
  const text = String(value)
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text
}
