import { type Gap, gapsIn, titleOf } from '../gaps'
import type { Progress } from '../progress'
import { isOfState } from '../rank'
import { fieldTitle } from '../words'
import { finding, kindWord, listed, nameOf, type Rule } from './account'

/** What to do where something was never told. */
const ADVICE: Readonly<Record<string, string>> = {
  awb: 'Ask the courier for it: without it nobody can follow the parcel.',
}

/** Required steps that did not come although a later one did: one finding for each step that came too early. */
export const missingStep: Rule = ({ kind, progress }) =>
  progress.flatMap((one) => {
    const gaps = gapsIn(one)
    const early = [...new Set(gaps.map(({ before }) => before))]
    return early.flatMap((before) => {
      const mine = gaps.filter((gap) => gap.before === before)
      const states = mine.filter(({ missing }) => missing.some(isOfState))
      const fields = mine.filter(({ missing }) => !missing.some(isOfState))
      return [
        ...(states.length > 0
          ? [finding('missing_step', before.told.at, [before.told], withoutSteps(states, one, kindWord(kind)))]
          : []),
        ...fields.map((gap) => finding('missing_step', before.told.at, [before.told], withoutField(gap))),
      ]
    })
  })

function withoutSteps(gaps: readonly Gap[], { provider }: Progress, thing: string): string {
  const [gap] = gaps
  const titles = listed(gaps.map(({ missing }) => `“${titleOf(missing)}”`))
  const them = gaps.length === 1 ? 'that step' : 'those steps'
  const name = nameOf(provider)
  return `“${gap?.before.step.title}” came without ${titles}. Either ${name} left out ${them}, or its events never got here: look at the ${thing} in ${name}, and at what was rejected.`
}

function withoutField({ missing: [step], before }: Gap): string {
  const field = 'field' in step.reachedBy ? step.reachedBy.field : ''
  const title = fieldTitle(field)
  return `${before.step.title} although no ${title} was known. ${ADVICE[field] ?? `Ask for the ${title}.`}`
}
