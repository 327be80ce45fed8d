'use client'

import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { toast } from '@/components/ui/toast'
import { eventListKey, presentStateOptions } from '@/lib/events/query-options'
import type { EventItem, EventList } from '@/lib/events/schemas'
import { replayEvent } from '@/lib/replay/mutations'

/** Replays one event out of a list, after asking. Its pills say queued at once; the list brings the result by itself. */
export function useListReplay(query: Record<string, string>) {
  const t = useTranslations('runs')
  const client = useQueryClient()
  const router = useRouter()
  const { why } = usePermission('operator')
  const [asked, setAsked] = useState<EventItem | null>(null)

  const order = useMutation({
    mutationFn: ({ item, reason }: { item: EventItem; reason: string | undefined }) => replayEvent(item.id, { reason }),
    onSuccess: (_, { item }) => {
      client.setQueryData<InfiniteData<EventList, string | null>>(
        eventListKey(query),
        (pages) => pages && withQueued(pages, item.id),
      )
      void client.invalidateQueries({ queryKey: presentStateOptions(query).queryKey })
      toast.success(t('list.replayed', { what: item.type ?? t('list.theEvent') }), {
        action: { label: t('list.watch'), onClick: () => router.push(`/events/${item.id}`) },
      })
    },
    onError: (error) => toast.error(error.message),
  })

  return {
    asked,
    ask(item: EventItem) {
      if (why) toast.error(why)
      else if (item.kind === 'rejected') toast.error(t('list.rejected'))
      else if (item.runs.length === 0) toast.error(t('event.nothing'))
      else setAsked(item)
    },
    cancel: () => setAsked(null),
    replay: (reason: string | undefined) => asked && order.mutate({ item: asked, reason }),
  }
}

function withQueued(pages: InfiniteData<EventList, string | null>, eventId: string) {
  const queued = (item: EventItem): EventItem =>
    item.id === eventId
      ? { ...item, runs: item.runs.map((run) => ({ ...run, status: 'queued', held: null, nextAttemptAt: null })) }
      : item
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: page.items.map(queued) })) }
}
