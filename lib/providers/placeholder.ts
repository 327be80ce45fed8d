/** What people and shops write where there is nothing yet, in English and Indonesian; spelled as `isPlaceholder` compares. */
const WORDS = new Set([
  ...['n/a', 'n.a', 'na', 'null', 'none', 'undefined', 'unknown', 'test'],
  ...['tba', 'tbc', 'tbd', 'pending', 'not available'],
  ...['belum', 'belum ada', 'belum tersedia', 'kosong', 'tidak ada', 'tidak tersedia'],
])

/** Signs that say nothing by themselves; an emoji may be a name. */
const SIGNS = '\\p{P}\\p{Z}\\p{Sm}\\p{Sk}\\p{Sc}'
const AROUND = new RegExp(`^[${SIGNS}]+|[${SIGNS}]+$`, 'gu')
const NOTHING = new RegExp(`^[${SIGNS}0]*$`, 'u')

/**
 * Whether a text only stands for "nothing": it is empty, all zeros and punctuation (`-`, `00000`, `—`), `xxx`, or a word for it
 * (`N/A`, `TBA`, `(none)`, `belum ada`). Only a whole text is: `TEST-1` and `BELUM01` name something.
 */
export function isPlaceholder(text: string): boolean {
  // None of these has such a digit, and nearly everything that names something does.
  if (/[1-9]/.test(text)) return false
  const spelled = text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .replace(AROUND, '')
  return NOTHING.test(spelled) || /^x{3,}$/.test(spelled) || WORDS.has(spelled)
}
