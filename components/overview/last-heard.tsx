'use client'

import { Time } from '@/components/time/time'
import { useNow } from '@/components/time/zone'
import type { SourcePulse } from '@/lib/overview/schemas'
import { silence } from '@/lib/overview/silence'
import { Fact } from './fact'
import { eventsHref } from './hrefs'
import { rhythmWords, spell } from './source-words'

/** When a source was last heard of, against its usual rhythm. */
export function LastHeard({ source, lastReceivedAt }: { source: SourcePulse; lastReceivedAt: string }) {
  const { seconds, level } = silence(source, useNow())
  const isUsual = level === 'usual' || !source.enabled
  return (
    <Fact
      title="Last delivery"
      value={isUsual ? <Time at={lastReceivedAt} /> : `silent for ${spell(seconds ?? 0)}`}
      note={source.rhythm ? rhythmWords(source.rhythm) : 'too few to know a rhythm'}
      href={eventsHref({ source: source.id })}
      isBad={!isUsual}
    />
  )
}
