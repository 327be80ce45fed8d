import { type Gap, gapsIn } from '../gaps'
import { isOfState } from '../rank'
import { found, nameOf, type Rule } from './account'

/** Required steps that did not come although a later one did: one finding for each step that came too early. */
export const missingStep: Rule = ({ kind, progress }) =>
  progress.flatMap((one) => {
    const gaps = gapsIn(one)
    const early = [...new Set(gaps.map(({ before }) => before))]
    return early.flatMap((before) => {
      const mine = gaps.filter((gap) => gap.before === before)
      const states = mine.filter(({ missing }) => missing.some(isOfState))
      const fields = mine.filter(({ missing }) => !missing.some(isOfState))
      const named = nameOf(before.step)
      const missing = states.map((gap) => gap.missing.map(nameOf))
      return [
        ...(states.length > 0
          ? [
              found('missing_step', before.told.at, [before.told], {
                ...({ code: 'missing_steps', kind, before: named, missing, provider: one.provider } as const),
              }),
            ]
          : []),
        ...fields.map((gap) =>
          found('missing_step', before.told.at, [before.told], {
            ...({ code: 'missing_field', kind, before: named, field: fieldOf(gap) } as const),
          }),
        ),
      ]
    })
  })

function fieldOf({ missing: [{ reachedBy }] }: Gap): string {
  return 'field' in reachedBy ? reachedBy.field : ''
}
