import { formatSeconds } from '@/lib/events/format'
import type { Progress, Reached } from '../progress'
import { isOfState } from '../rank'
import type { Finding } from '../schemas'
import { finding, kindWord, listed, nameOf, type Rule } from './account'

/**
 * A lower place after a higher one, by occurrence: one finding for each run of states below the highest one so far, and one for
 * each field that is told after the step that asks for it. A way out (`branch`) is held to the places between which it may come
 * instead. Where nothing came before, nothing is held to anything.
 */
export const stepBack: Rule = ({ kind, progress }) =>
  progress.flatMap((one) => {
    const where = `the ${kindWord(kind)} in ${nameOf(one.provider)}`
    return [...statesBack(one, where), ...fieldsTooLate(one), ...branchesOutOfPlace(one, where)]
  })

function statesBack({ reached }: Progress, where: string): Finding[] {
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
    const titles = listed([...new Set(lower.map((one) => `“${one.step.title}”`))])
    const text = `${titles} came ${after(told, first.told)} after “${step.title}”, which is a later step. Look at ${where}: somebody may have gone back by hand, or the times that were sent are wrong.`
    return [finding('step_back', first.told.at, [told, ...lower.map((one) => one.told)], text)]
  })
}

function fieldsTooLate({ reached }: Progress): Finding[] {
  return reached.flatMap(({ step, told }, index) => {
    if (isOfState(step)) return []
    const main = mainStates(reached.slice(0, index))
    const first = main.findIndex((one) => one.step.place < step.place)
    const asking =
      first < 0
        ? undefined
        : main.slice(first).find((one) => one.step.need === 'required' && one.step.place > step.place)
    if (!asking) return []
    const text = `“${step.title}” was first told ${after(asking.told, told)} after “${asking.step.title}”, which asks for it. Check that it is the right one.`
    return [finding('step_back', told.at, [asking.told, told], text)]
  })
}

function branchesOutOfPlace({ reached }: Progress, where: string): Finding[] {
  return reached.flatMap(({ step, told }, index) => {
    const main = step.need === 'branch' ? mainStates(reached.slice(0, index)) : []
    const furthest = main.reduce<Reached | null>((a, b) => (a && a.step.place >= b.step.place ? a : b), null)
    if (!furthest) return []
    const { title, place } = furthest.step
    const found = (text: string) => [finding('step_back', told.at, [furthest.told, told], text)]
    if (step.after !== undefined && place < step.after) {
      return found(
        `“${step.title}” came although it had only got as far as “${title}”. Look at ${where}: an event may be lost.`,
      )
    }
    if (step.before !== undefined && place >= step.before) {
      return found(`“${step.title}” came after “${title}”, where it is no longer possible. Look at ${where}.`)
    }
    return []
  })
}

function mainStates(reached: readonly Reached[]): Reached[] {
  return reached.filter(({ step }) => isOfState(step) && step.need !== 'branch')
}

function after(earlier: { at: number }, later: { at: number }): string {
  return formatSeconds((later.at - earlier.at) / 1000)
}
