import type { Handler } from '@/lib/handlers/handler'
import { probeDelayMs } from './circuit'

/** A run whose job has come up, with what decides whether it may begin. */
export interface RunState {
  id: string
  target: string
  handler: string
  destination_id: string | null
  status: string
  slotted: boolean
  next_attempt_at: Date | null
  tries: number
  attempt_count: number
  current_attempt_id: string | null
  replay_id: string | null
  paused_at: Date | null
  opened_at: Date | null
  probe_at: Date | null
  probes: number | null
  wait_until: Date | null
  next_slot_at: Date | null
  enabled: boolean | null
  deleted_at: Date | null
  rate_per_second: number | null
  /** Of its attempt that is not over. */
  worker: string | null
  worker_alive: boolean
  /** Attempts of the same replay that were lost before. */
  lost_before: number
}

export interface Decision {
  state: RunState
  /** It begins. */
  go?: { trigger: 'automatic' | 'retry' | 'replay'; probe: boolean; tries: number }
  /** It waits: held without a job, or with one at `until`. `keep`: somebody may be at it still, nothing changes. */
  wait?: { held: string | null; until: Date | null; slotted: boolean; keep: boolean }
  /** Its present attempt will not be heard of again. */
  lost?: boolean
  /** That was the last it had. */
  exhausted?: boolean
  target?: { key: string; nextSlotAt: Date | null; probeAt: Date | null }
}

interface Circumstances {
  workerId: string
  find(handler: string): Handler | undefined
  underWay(runId: string): boolean
  now: Date
}

/** After this somebody looks whether a run that is at work still is. */
export const STILL_AT_WORK_WAIT_MS = 15_000
const UNKNOWN_HANDLER_WAIT_MS = 60_000
/** A worker that dies that often during one replay of one run dies of it. */
const MAX_LOST_REPLAYS = 3
/** A slot this near is waited for in place. */
const NEAR_MS = 20

/** What is to become of each run whose job has come up: begin, wait, or nothing because it is over. Pure. */
export function decide(states: readonly RunState[], { workerId, find, underWay, now }: Circumstances): Decision[] {
  const changed = new Map<string, { key: string; nextSlotAt: Date | null; probeAt: Date | null }>()

  return states.map((state): Decision => {
    const lost = state.status === 'running'
    if (lost && (underWay(state.id) || (state.worker !== workerId && state.worker_alive))) {
      return { state, wait: { ...later(now, STILL_AT_WORK_WAIT_MS), keep: true } }
    }
    if (!lost && state.status !== 'queued' && state.status !== 'retrying') return { state }

    const known = find(state.handler)
    // Another version of Jejak may know it: workers are not replaced all at once.
    if (!known) return { state, lost, wait: { ...later(now, UNKNOWN_HANDLER_WAIT_MS), keep: false } }
    // Of a destination that is deleted nothing would ever be released: the handler says that there is none.
    if (state.enabled === false && !state.deleted_at) return { state, lost, wait: held('disabled') }
    if (lost && isExhausted(state, known)) return { state, lost, exhausted: true }
    // A job that was overtaken: the retry has its time.
    if (state.status === 'retrying' && !state.slotted && state.next_attempt_at && state.next_attempt_at > soon(now)) {
      return {
        state,
        wait: { held: state.paused_at ? 'paused' : null, until: state.next_attempt_at, slotted: false, keep: false },
      }
    }
    if (state.deleted_at) return { state, lost, go: begins(state, false) }
    if (state.paused_at) return { state, lost, wait: held('paused') }
    const target = changed.get(state.target)
    const probeAt = target?.probeAt ?? state.probe_at
    const probe = state.opened_at !== null
    if (probe && probeAt && probeAt > now) return { state, lost, wait: held('circuit') }
    if (state.wait_until && state.wait_until > now) {
      return { state, lost, wait: { ...later(state.wait_until, spread(state.id)), keep: false } }
    }
    if (probe) change(state.target, { probeAt: new Date(now.getTime() + probeDelayMs((state.probes ?? 0) + 1)) })
    if (state.rate_per_second !== null && !state.slotted && !probe) {
      const slot = Math.max(now.getTime(), (target?.nextSlotAt ?? state.next_slot_at)?.getTime() ?? 0)
      change(state.target, { nextSlotAt: new Date(slot + 1000 / state.rate_per_second) })
      if (slot > now.getTime() + NEAR_MS) {
        const wait = { held: null, until: new Date(slot), slotted: true, keep: false }
        return { state, lost, wait, ...targetOf(state.target) }
      }
    }
    return { state, lost, go: begins(state, probe), ...targetOf(state.target) }
  })

  function change(key: string, part: { nextSlotAt?: Date; probeAt?: Date }) {
    changed.set(key, { key, nextSlotAt: null, probeAt: null, ...changed.get(key), ...part })
  }
  function targetOf(key: string): Pick<Decision, 'target'> {
    const target = changed.get(key)
    return target ? { target } : {}
  }
}

function isExhausted({ replay_id, lost_before, tries }: RunState, { retry }: Handler): boolean {
  return replay_id ? lost_before + 1 >= MAX_LOST_REPLAYS : tries >= retry.attempts
}

/** Jobs come up a moment early or late: clocks differ. */
function soon(now: Date): Date {
  return new Date(now.getTime() + 5_000)
}

function begins({ replay_id, tries }: RunState, probe: boolean): NonNullable<Decision['go']> {
  if (replay_id !== null) return { trigger: 'replay', probe, tries }
  return { trigger: tries > 0 ? 'retry' : 'automatic', probe, tries: tries + 1 }
}

function held(reason: string) {
  return { held: reason, until: null, slotted: false, keep: false }
}

function later(from: Date, delayMs: number) {
  return { held: null, until: new Date(from.getTime() + delayMs), slotted: false }
}

/** So that what waited for the same moment does not come back in one heap: up to two seconds, by the id. */
function spread(id: string): number {
  return Number.parseInt(id.slice(-3), 16) % 2_000
}
