import type { VerdictName } from '@/lib/events/schemas'
import type { Translate } from '@/lib/i18n/translate'
import { RUN_STATUSES } from '@/lib/runs/statuses'
import type { Key } from '@/lib/search/language/term'

const VERDICTS: Record<VerdictName, true> = { verified: true, authenticated: true, unchecked: true, rejected: true }

/** What a status or a verdict is called, within a sentence; null of any other value. */
export function valueWords(key: Key | null, value: string, t: Translate<'words'>): string | null {
  const status = RUN_STATUSES.find((each) => each === value)
  if (key === 'status' && status) return t(`statuses.${status}.label`).toLowerCase()
  if (key === 'verdict' && isVerdict(value)) return t(`verdicts.${value}.label`).toLowerCase()
  return null
}

function isVerdict(value: string): value is VerdictName {
  return Object.hasOwn(VERDICTS, value)
}
