'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { toast } from '@/components/ui/toast'
import { sendSamples } from '@/lib/samples/mutations'

/** Sends signed samples through the real endpoints, says what became of them, and has the lists look for them. */
export function useSendSamples() {
  const t = useTranslations('events')
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => sendSamples(),
    onSuccess: async ({ sent }) => {
      const refused = sent.filter((sample) => sample.status >= 300)
      const taken = sent.length - refused.length
      if (taken > 0) toast.success(t('samples.sent', { count: taken }))
      for (const { eventType, status } of refused) {
        toast.error(t('samples.refused', { status: String(status), type: eventType }))
      }
      await Promise.all([
        client.invalidateQueries({ queryKey: ['events', 'newer'] }),
        client.invalidateQueries({ queryKey: ['overview'] }),
      ])
    },
    onError: (error) => toast.error(error.message),
  })
}
