import type { Kind } from '../kinds'
import type { Progress, Reached } from '../progress'
import { isOfState } from '../rank'
import { found, nameOf, type Rule, secondsBetween } from './account'
import type { Found } from './explain'

/**
 * A lower place after a higher one, by occurrence: one finding for each run of states below the highest one so far, and one for
 * each field that is told after the step that asks for it. A way out (`branch`) is held to the places between which it may come
 * instead. Where nothing came before, nothing is held to anything.
 */
export const stepBack: Rule = ({ kind, progress }) =>
  progress.flatMap((one) => [...statesBack(one, kind), ...fieldsTooLate(one, kind), ...branchesOutOfPlace(one, kind)])

function statesBack({ reached, provider }: Progress, kind: Kind): Found[] {
  const runs: { highest: Reached; lower: Reached[] }[] = []
  let highest: Reached | undefined
  let run: Reached[] | undefined
  for (const one of reached.filter(({ step }) => isOfState(step))) {
    if (!highest || one.step.place >= highest.step.place) {
      highest = one
      run = undefined
    } else if (one.step.need !== 'branch') {
      if (!run) {
        run = []
        runs.push({ highest, lower: run })
      }
      run.push(one)
    }
  }
  return runs.flatMap(({ highest: { step, told }, lower }) => {
    const [first] = lower
    if (!first) return []
    const cause = {
      ...({ code: 'state_back', kind, provider, highest: nameOf(step) } as const),
      ...{ steps: [...new Set(lower.map((one) => one.step))].map(nameOf), seconds: secondsBetween(told, first.told) },
    }
    return [found('step_back', first.told.at, [told, ...lower.map((one) => one.told)], cause)]
  })
}

function fieldsTooLate({ reached }: Progress, kind: Kind): Found[] {
  return reached.flatMap(({ step, told }, index) => {
    if (isOfState(step)) return []
    const main = mainStates(reached.slice(0, index))
    const first = main.findIndex((one) => one.step.place < step.place)
    const asking =
      first < 0
        ? undefined
        : main.slice(first).find((one) => one.step.need === 'required' && one.step.place > step.place)
    if (!asking) return []
    const cause = {
      ...({ code: 'field_too_late', kind, step: nameOf(step), asking: nameOf(asking.step) } as const),
      seconds: secondsBetween(asking.told, told),
    }
    return [found('step_back', told.at, [asking.told, told], cause)]
  })
}

function branchesOutOfPlace({ reached, provider }: Progress, kind: Kind): Found[] {
  return reached.flatMap(({ step, told }, index) => {
    const main = step.need === 'branch' ? mainStates(reached.slice(0, index)) : []
    const furthest = main.reduce<Reached | null>((a, b) => (a && a.step.place >= b.step.place ? a : b), null)
    if (!furthest) return []
    const { place } = furthest.step
    const isTooEarly = step.after !== undefined && place < step.after
    if (!isTooEarly && (step.before === undefined || place < step.before)) return []
    const code = isTooEarly ? 'branch_too_early' : 'branch_too_late'
    const cause = { code, kind, provider, step: nameOf(step), furthest: nameOf(furthest.step) } as const
    return [found('step_back', told.at, [furthest.told, told], cause)]
  })
}

function mainStates(reached: readonly Reached[]): Reached[] {
  return reached.filter(({ step }) => isOfState(step) && step.need !== 'branch')
}
