import { changesBetween } from './changes'
import type { FindingRule } from './finding-rules'
import type { Account } from './findings/account'
import { explain } from './findings/explain'
import { findIn } from './findings/find'
import { ghostsIn } from './ghosts'
import type { Kind } from './kinds'
import type { PlacedMention } from './mention'
import { progressIn } from './progress'
import type { Change, Finding, Ghost } from './schemas'
import type { TimelineSettings } from './settings'
import { foldMentions, type State, wordOf } from './state'
import { deadlineOf } from './stuck'
import { fieldIn, oneOfEach, type Told } from './told'
import type { HeardLifecycle } from './told-types'

export interface StoryInput {
  kind: Kind
  /** Every mention of the thing, in the order of `comparePlaces`; `deliveryCount` of the event. */
  mentions: readonly (PlacedMention & { deliveryCount: number })[]
  /** By provider: those of the providers that have told the store of such a thing, so that nobody is waited for in vain. */
  lifecycles: ReadonlyMap<string, HeardLifecycle>
  settings: TimelineSettings
  now: number
}

export interface StoryLine {
  eventId: string
  /** The state that it means, or null. */
  state: string | null
  changes: Change[]
}

/** What the mentions of one thing tell together. */
export interface Story {
  state: State
  /** The state that it is in: the last one said, by occurrence. */
  word: string | null
  /** One for each event. */
  lines: StoryLine[]
  findings: Finding[]
  ghosts: Ghost[]
  /** When it counts as stuck unless there is news before, in milliseconds; null where it may rest. */
  stuckAt: number | null
}

/** What a list shows of a thing: a story without its lines, in which nothing depends on the time of asking. */
export interface Summary extends Pick<Story, 'state' | 'word' | 'stuckAt'> {
  findings: FindingRule[]
}

/**
 * The story of one thing. Only when things occurred counts for its state, its changes and its ghosts; when they arrived counts
 * for the findings about arrival alone. Never throws, whatever the events say.
 */
export function tellStory(input: StoryInput): Story {
  const account = accountOf(input)
  return {
    state: account.state,
    word: wordOf(account.state),
    lines: linesOf(account.told),
    findings: findIn(account).map(explain),
    ghosts: ghostsIn(account.kind, account.told, account.progress),
    stuckAt: account.deadline?.at ?? null,
  }
}

/** The rules that find something, `stuck` aside, and what else a list keeps: for less work than the whole story. */
export function summarise(input: Omit<StoryInput, 'now'>): Summary {
  const account = accountOf({ ...input, now: Number.NEGATIVE_INFINITY })
  return {
    state: account.state,
    word: wordOf(account.state),
    findings: [...new Set(findIn(account).map(({ rule }) => rule))],
    stuckAt: account.deadline?.at ?? null,
  }
}

function accountOf({ kind, mentions, lifecycles, settings, now }: StoryInput): Account {
  const told = oneOfEach(mentions)
  const progress = progressIn(kind, lifecycles, told)
  const deadline = deadlineOf(kind, told, progress, settings)
  return { kind, told, state: foldMentions(mentions), progress, deadline, settings, now }
}

/** What each event changed of what its provider had said so far. */
function linesOf(told: readonly Told[]): StoryLine[] {
  const known = new Map<string, Record<string, unknown>>()
  return told.map((event) => {
    const before = known.get(event.provider) ?? {}
    const said: Readonly<Record<string, unknown>> = event.set ?? {}
    known.set(event.provider, { ...before, ...said })
    const spokenOf = Object.fromEntries(Object.entries(before).filter(([field]) => Object.hasOwn(said, field)))
    const state = fieldIn(event, 'state')
    return {
      eventId: event.eventId,
      state: typeof state === 'string' ? state : null,
      changes: changesBetween(spokenOf, said),
    }
  })
}
