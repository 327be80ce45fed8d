import type { ProviderWords } from '@/lib/events/reason-words'
import type { Concern, Overview } from '@/lib/overview/schemas'
import { SOURCE_WORDS } from './source-concern-words'
import type { Speech } from './speech'
import { SYSTEM_WORDS } from './system-concern-words'

export interface ConcernWords {
  title: string
  /** What to do about it. */
  todo: string
  /** What proves it. */
  href: string
}

export interface ConcernContext {
  providerOf: (id: string) => ProviderWords
  now: Date
  speech: Speech
}

/** A concern in words: what is wrong, what to do, and where to see it. */
export function concernWords(
  { code, sourceId, targetKey }: Concern,
  overview: Overview,
  context: ConcernContext,
): ConcernWords {
  const { t } = context.speech
  const source = overview.sources.find(({ id }) => id === sourceId)
  if (source) {
    const provider = context.providerOf(source.provider)
    return SOURCE_WORDS[code as keyof typeof SOURCE_WORDS](source, provider, overview, context)
  }
  const target = overview.queue.stopped.find(({ key }) => key === targetKey)
  const title = target?.title ?? targetKey ?? ''
  if (code === 'switched_off') {
    const href = target?.destinationId ? `/destinations/${target.destinationId}` : '/destinations'
    return { title: t('concerns.switchedOff.title', { title }), todo: t('concerns.switchedOff.todo'), href }
  }
  if (code === 'paused' || code === 'circuit_open') {
    const name = code === 'paused' ? 'paused' : 'circuitOpen'
    return { title: t(`concerns.${name}.title`, { title }), todo: t(`concerns.${name}.todo`), href: '/handlers' }
  }
  return SYSTEM_WORDS[code as keyof typeof SYSTEM_WORDS](overview, context)
}
