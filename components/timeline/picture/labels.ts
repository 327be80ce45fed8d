import type { Saying } from '@/components/timeline/use-saying'
import { formatShort, type ZoneChoice } from '@/lib/events/format'
import type { Locale } from '@/lib/i18n/locales'
import { alternativesWords } from '@/lib/timeline/step-words'
import { stateWords } from '@/lib/timeline/words'
import type { Point } from './layout'

/** A word at its place. */
export interface Label {
  key: string
  x: number
  text: string
}

interface In {
  zone: ZoneChoice
  locale: Locale
}

const CHARACTER = 5.6
const SPACE = 6
const MOST_CHARACTERS = 20

/** The words under the points of one lane, as many as have room, its latest event first; the rest is told on hover and focus. */
export function pointLabels(points: readonly Point[], saying: Pick<Saying, 't' | 'titleOf'>): Label[] {
  const labels = points.map((point) => ({ key: point.key, x: point.x, text: shortened(wordsOf(point, saying)) }))
  const latest = labels[points.findLastIndex(({ item }) => item)]
  const shown: Label[] = []
  for (const label of labels) {
    const isClear = !latest || label === latest || label.x > latest.x || fits(latest, label)
    if (isClear && fits(label, shown.at(-1))) shown.push(label)
  }
  return shown
}

/** The times below the picture, as many as have room: with the day where it is another than at the label before. */
export function timeLabels(points: readonly Point[], { zone, locale }: In, now: Date): Label[] {
  const shown: Label[] = []
  let day = ''
  for (const { item, x, key } of points) {
    if (!item) continue
    const [date = '', clock = ''] = formatShort(new Date(item.occurredAt), zone, now, locale).split(', ')
    const label = { key, x, text: date === day ? clock : `${date}, ${clock}` }
    if (!fits(label, shown.at(-1))) continue
    shown.push(label)
    day = date
  }
  return shown
}

/** What an event says of its thing, or its title where it only names it. */
export function wordsOf(point: Point, { t, titleOf }: Pick<Saying, 't' | 'titleOf'>): string {
  if (!point.item) return alternativesWords(point.ghost.kind, point.ghost.steps, t)
  const { state, provider, type, of } = point.item
  return state ? stateWords(of.kind, state, t) : titleOf(provider, type)
}

function fits(label: Label, before: Label | undefined): boolean {
  return !before || label.x - half(label) >= before.x + half(before) + SPACE
}

function half({ text }: Label): number {
  return (text.length * CHARACTER) / 2
}

function shortened(text: string): string {
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1).trimEnd()}…` : text
}
