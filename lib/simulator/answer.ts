import { z } from 'zod'
import type { PlannedDelivery } from './planned-delivery'
import type { PostResult } from './post'

/** What became of one delivery. */
export interface Answer {
  delivery: PlannedDelivery
  /** Null where no answer came. */
  status: number | null
  /** For people and for counting, in few words: `200 accepted`, `401 signature_mismatch`, `not sent: ECONNREFUSED`. */
  outcome: string
  acknowledged: boolean
  latencyMs: number
  /** The answer's first 4 KB, or why there is none. */
  text: string
}

const documented = z.looseObject({ status: z.unknown().optional(), reason: z.unknown().optional() })

/** Reads what came back for a delivery. */
export function readAnswer(delivery: PlannedDelivery, result: PostResult, latencyMs: number): Answer {
  if (!result.ok) {
    const outcome = `not sent: ${result.error}`
    return { delivery, status: null, outcome, acknowledged: false, latencyMs, text: result.message }
  }
  const { status, body } = result
  const outcome = [status, word(body)].filter(Boolean).join(' ')
  return { delivery, status, outcome, acknowledged: status >= 200 && status < 300, latencyMs, text: body }
}

/** The word that an acknowledgement has as `status` and a problem document as `reason`. */
function word(body: string): string {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return ''
  }
  const { data } = documented.safeParse(value)
  const found = [data?.reason, data?.status].find((member) => typeof member === 'string')
  return typeof found === 'string' ? found.slice(0, 40) : ''
}
