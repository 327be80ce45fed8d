import { likeLiteral } from '@/lib/db/like-literal'

/**
 * What the index is asked for instead of a text: a LIKE pattern, without the `%` around it, that the text fits, and is the text where no
 * part of it stands out. The index takes long over trigrams that stand in every payload, as those of a year or of `example.com` do,
 * while a number beside them (`ord-2026-64954`) tells enough, and one that tells little does so together with the words beside
 * it: `_` stands for each character between.
 */
export function tellingPattern(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u)
  const numbered = words.filter((word) => /\d/.test(word) && !YEAR.test(word))
  const longest = numbered.reduce((best, word) => (word.length > best.length ? word : best), '')
  if (longest.length < (words.some((word) => YEAR.test(word)) ? 3 : 5)) return likeLiteral(text)
  if (tellsEnough(longest)) return likeLiteral(longest)
  const at = text.indexOf(longest)
  const end = at + longest.length
  const before = WORD_BEFORE.exec(text.slice(0, at))
  const after = WORD_AFTER.exec(text.slice(end))
  const kept: Span[] = [
    [beginOf(longest, at, text), end],
    ...(before ? [spanOf(before, 0)] : []),
    ...(after ? [spanOf(after, end)] : []),
  ]
  return keptOf(text, kept)
}

/** From one index of a text to another, which is not of it. */
type Span = [from: number, to: number]

function spanOf(match: RegExpExecArray, offset: number): Span {
  return [offset + match.index, offset + match.index + match[0].length]
}

/** Where a number tells something: that it begins there does too, unless it begins as the years of late do. */
function beginOf(number: string, at: number, text: string): number {
  if (/^20[12]./.test(number)) return at + 1
  return ASCII.test(text.charAt(at - 1)) ? at - 1 : at
}

function keptOf(text: string, spans: readonly Span[]): string {
  const [from, to] = [Math.min(...spans.map(([start]) => start)), Math.max(...spans.map(([, end]) => end))]
  let pattern = ''
  let at = from
  for (const character of text.slice(from, to)) {
    pattern += spans.some(([start, end]) => start <= at && at < end) ? likeLiteral(character) : '_'
    at += character.length
  }
  return pattern
}

/** Whether a number has so many different trigrams, beside those of a year, that few texts have them all. */
function tellsEnough(number: string): boolean {
  const trigrams = new Set(Array.from({ length: number.length - 2 }, (_, at) => number.slice(at, at + 3)))
  return [...trigrams].filter((trigram) => !trigram.startsWith('20')).length >= 3
}

/** The last word, and where it ends: `ord-` of `ord-2026-`. */
const WORD_BEFORE = /[a-z]{2,}[ -~](?=[^a-z]*$)/
/** The first word, and where it begins: `-jkt` of `-2026-jkt-a`. */
const WORD_AFTER = /[ -~][a-z]{2,}/
/** Half of a character would fit nothing. */
const ASCII = /^[ -~]$/
const YEAR = /^(19|20)\d\d$/
