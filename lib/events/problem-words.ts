import type { Translate } from '@/lib/i18n/translate'
import type { ReadingProblemCode } from '@/lib/providers/provider'
import type { ProblemNote } from './schemas'

/** Every code, so that one of an earlier version is told from those that have words. */
const CODES: Readonly<Record<ReadingProblemCode, true>> = {
  empty_body: true,
  encoded_body: true,
  not_utf8: true,
  not_json: true,
  too_deep: true,
  not_an_object: true,
  missing_event_type: true,
  unknown_event_type: true,
  missing_event_id: true,
  not_as_documented: true,
}

/** Why a body could not be read as documented, for people; as it was noted where the code is not known here. */
export function problemWords({ code, message }: ProblemNote, t: Translate<'words'>): string {
  return Object.hasOwn(CODES, code) ? t(`problems.${code as ReadingProblemCode}`, { message }) : message
}
