'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'
import { destinationsOptions } from '@/lib/destinations/query-options'
import { handlersOptions } from '@/lib/runs/query-options'

/** Runs a change of destinations, then reads them and the handlers anew. Says `done`, or what went wrong. */
export function useDestinationChange<Input, Output>(
  change: (input: Input) => Promise<Output>,
  done: string | null,
  options: { quietFaults?: boolean } = {},
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      if (done) toast.success(done)
      await Promise.all([
        client.invalidateQueries({ queryKey: destinationsOptions().queryKey }),
        client.invalidateQueries({ queryKey: handlersOptions().queryKey }),
      ])
    },
    onError: (error) => {
      if (!options.quietFaults) toast.error(error.message)
    },
  })
}
