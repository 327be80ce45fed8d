import { FINDING_RULES } from '@/lib/timeline/finding-rules'
import {
  CONCERN_CODES,
  type Concern,
  type ConcernCode,
  type Overview,
  type SourcePulse,
  type StoppedTarget,
} from './schemas'
import { silence } from './silence'

const MINUTE_MS = 60_000
const WORKER_DEAD_MS = MINUTE_MS
const WAITS_LONG_MS = 5 * MINUTE_MS
const DAY_MS = 24 * 60 * MINUTE_MS
/** One or two may be a probe from outside; from the third on somebody means it. */
const STREAK = 3
const REJECTED_AT_LEAST = 3
const REJECTED_SHARE = 0.05
const LAG_SECONDS = 10 * 60

type Found = Pick<Overview, 'failures' | 'findings' | 'queue' | 'refusals' | 'sources'>

/** What is not all right, the worst first, then in the order of the codes. */
export function judge(found: Found, now: Date): Concern[] {
  const { failures, findings, queue, refusals, sources } = found
  const concerns: Concern[] = [...sources.flatMap((source) => ofSource(source, now))]
  if (isWorkerMissing(queue, now)) concerns.push(concern('no_worker', 'problem'))
  for (const target of queue.stopped) {
    const code = whyStopped(target)
    concerns.push({ ...concern(code, code === 'paused' ? 'notice' : 'problem'), targetKey: target.key })
  }
  if (failures.failed.value > 0) concerns.push(concern('failures', 'problem'))
  if (isOlder(queue.oldestWaitingAt, WAITS_LONG_MS, now)) concerns.push(concern('waiting_long', 'problem'))
  if (findings.some(({ rule }) => FINDING_RULES[rule].severity === 'problem'))
    concerns.push(concern('findings', 'notice'))
  if (refusals.lastAt && !isOlder(refusals.lastAt, DAY_MS, now)) concerns.push(concern('refusals', 'notice'))
  return concerns.sort((a, b) => place(a) - place(b))
}

function ofSource(source: SourcePulse, now: Date): Concern[] {
  const { id, enabled, hasSecret, lastReceivedAt, lag, patience } = source
  if (!enabled) return []
  const codes: [ConcernCode, Concern['severity']][] = []
  const isRefusing = patience.streak.value >= STREAK
  if (isRefusing) codes.push(['refusing', 'problem'])
  if (patience.retries.givenUp > 0) codes.push(['given_up', 'problem'])
  const { level } = silence(source, now)
  if (level !== 'usual') codes.push(['silent', level === 'alarming' ? 'problem' : 'notice'])
  if (!isRefusing && isMuchRejected(source)) codes.push(['rejected_share', 'notice'])
  if (lag && lag.p95Seconds > LAG_SECONDS) codes.push(['lag', 'notice'])
  if (!hasSecret && lastReceivedAt) codes.push(['no_secret', 'notice'])
  return codes.map(([code, severity]) => ({ ...concern(code, severity), sourceId: id }))
}

/** What is switched off stays so even where it is resumed. */
function whyStopped({ isGone, pausedAt }: StoppedTarget): ConcernCode {
  if (isGone) return 'switched_off'
  return pausedAt ? 'paused' : 'circuit_open'
}

function isMuchRejected({ accepted, rejected }: SourcePulse): boolean {
  const share = rejected.value / Math.max(1, accepted.value + rejected.value)
  return rejected.value >= REJECTED_AT_LEAST && share >= REJECTED_SHARE
}

/** Where nothing waits, nobody is missed. */
function isWorkerMissing({ waiting, unprocessed, workerAliveAt }: Overview['queue'], now: Date): boolean {
  if (waiting.value + unprocessed.value === 0) return false
  return workerAliveAt === null || isOlder(workerAliveAt, WORKER_DEAD_MS, now)
}

function isOlder(at: string | null, ms: number, now: Date): boolean {
  return at !== null && now.getTime() - Date.parse(at) > ms
}

function concern(code: ConcernCode, severity: Concern['severity']): Concern {
  return { code, severity, sourceId: null, targetKey: null }
}

function place({ code, severity }: Concern): number {
  return (severity === 'problem' ? 0 : CONCERN_CODES.length) + CONCERN_CODES.indexOf(code)
}
