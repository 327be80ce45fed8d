'use client'

import { Time } from '@/components/time/time'
import { useNow } from '@/components/time/zone'
import { eventsHref } from '@/lib/events/events-href'
import type { SourcePulse } from '@/lib/overview/schemas'
import { silence } from '@/lib/overview/silence'
import { Fact } from './fact'
import { rhythmWords, spell } from './source-words'
import { useSpeech } from './speech'

/** When a source was last heard of, against its usual rhythm. */
export function LastHeard({ source, lastReceivedAt }: { source: SourcePulse; lastReceivedAt: string }) {
  const speech = useSpeech()
  const { t } = speech
  const { seconds, level } = silence(source, useNow())
  const isUsual = level === 'usual' || !source.enabled
  return (
    <Fact
      title={t('source.lastDelivery')}
      value={isUsual ? <Time at={lastReceivedAt} /> : t('source.silentFor', { duration: spell(seconds ?? 0, speech) })}
      note={source.rhythm ? rhythmWords(source.rhythm, speech) : t('source.noRhythm')}
      href={eventsHref({ source: source.id })}
      isBad={!isUsual}
    />
  )
}
