'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { toast } from '@/components/ui/toast'
import { KINDS } from '@/lib/timeline/kinds'
import type { EntityRef } from '@/lib/timeline/schemas'

/**
 * Runs a decision about what is the same; then says `done`, reads everything anew and goes to the page of the entity that
 * remains.
 */
export function useIdentityChange<Order, Answer>(
  entity: EntityRef,
  change: (order: Order) => Promise<Answer>,
  remaining: (answer: Answer) => EntityRef | undefined,
  done: (answer: Answer) => string,
  onDone: () => void,
) {
  const client = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: change,
    onSuccess: (answer) => {
      onDone()
      toast.success(done(answer))
      const page = remaining(answer)
      if (page && page.id !== entity.id) router.push(`/${KINDS[page.kind].path}/${page.id}`)
      return client.invalidateQueries()
    },
  })
}
