/** What text cannot show as it is. */
export type Oddity = 'invalidByte' | 'byteOrderMark' | 'unseen'

/** A stretch of a body: text that is valid UTF-8, or something that text cannot show, as it is named to people. */
export type RawPart = { kind: 'text'; text: string } | { kind: 'oddity'; text: string; of: Oddity }

/** Controls other than tab and line breaks, and the invisible and bidirectional marks of Unicode. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069]/gu

/**
 * The bytes as parts that join to all of them: invalid UTF-8 becomes `\xNN` oddities, characters that cannot be seen or
 * that reorder their neighbours become `\u{…}` oddities. Nothing is dropped or replaced silently.
 */
export function splitRaw(bytes: Uint8Array): RawPart[] {
  const whole = decode(bytes)
  if (whole !== null) return splitInvisible(whole)
  const parts: RawPart[] = []
  let validFrom = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    parts.push(...splitInvisible(decode(bytes.subarray(validFrom, at)) ?? ''))
    parts.push({ kind: 'oddity', text: `\\x${hex(bytes[at] ?? 0, 2)}`, of: 'invalidByte' })
    at += 1
    validFrom = at
  }
  parts.push(...splitInvisible(decode(bytes.subarray(validFrom)) ?? ''))
  return mergeOddities(parts)
}

/** The bytes as text, or null where they are not valid UTF-8. A byte order mark stays in. */
export function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

function splitInvisible(text: string): RawPart[] {
  if (text === '') return []
  const parts: RawPart[] = []
  let from = 0
  for (const match of text.matchAll(INVISIBLE)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    const code = match[0].codePointAt(0) ?? 0
    parts.push({
      kind: 'oddity',
      text: `\\u{${hex(code, 4)}}`,
      of: code === 0xfeff ? 'byteOrderMark' : 'unseen',
    })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** The length of the valid UTF-8 sequence at `at` (RFC 3629: no overlong forms, no surrogates), 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  if (first < 0x80) return 1
  const length =
    first >= 0xc2 && first <= 0xdf ? 2 : first >= 0xe0 && first <= 0xef ? 3 : first >= 0xf0 && first <= 0xf4 ? 4 : 0
  if (length === 0 || at + length > bytes.length) return 0
  for (let offset = 1; offset < length; offset++) {
    const byte = bytes[at + offset] ?? 0
    if (byte < 0x80 || byte > 0xbf) return 0
  }
  const second = bytes[at + 1] ?? 0
  const isWrong =
    (first === 0xe0 && second < 0xa0) ||
    (first === 0xed && second > 0x9f) ||
    (first === 0xf0 && second < 0x90) ||
    (first === 0xf4 && second > 0x8f)
  return isWrong ? 0 : length
}

function mergeOddities(parts: RawPart[]): RawPart[] {
  const merged: RawPart[] = []
  for (const part of parts) {
    const last = merged.at(-1)
    if (last?.kind === 'oddity' && part.kind === 'oddity' && last.of === part.of) last.text += part.text
    else merged.push({ ...part })
  }
  return merged
}

function hex(value: number, width: number): string {
  return value.toString(16).toUpperCase().padStart(width, '0')
}
