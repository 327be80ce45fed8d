'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, TriangleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { ApiProblem } from '@/lib/client/fetch-json'
import { formatCount } from '@/lib/events/format'
import { eventOptions } from '@/lib/events/query-options'
import type { EventDetail } from '@/lib/events/schemas'
import { replayCopy } from '@/lib/replay/mutations'
import { handlersOptions } from '@/lib/runs/query-options'
import { HandlerChoice } from './handler-choice'
import { jsonFault } from './json-fault'
import { runName, targetKey } from './run-words'

interface EditFormProps {
  event: EventDetail
  original: string
  onDone: () => void
}

/** The body as text to be changed, where the copy goes, and why. */
export function EditForm({ event, original, onDone }: EditFormProps) {
  const client = useQueryClient()
  const handlers = useQuery(handlersOptions())
  const [body, setBody] = useState(original)
  const [chosen, setChosen] = useState<Set<string>>(
    () => new Set(event.runs.filter(({ status }) => status === 'failed').map(targetKey)),
  )
  const [reason, setReason] = useState('')
  const replay = useMutation({
    mutationFn: () => replayCopy(event.id, { body, handlers: [...chosen], reason: reason.trim() }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: eventOptions(event.id).queryKey })
      toast.success('The edited copy is on its way; it stands under “Edited copies”.')
      onDone()
    },
  })
  const fields = replay.error instanceof ApiProblem ? replay.error.fields : {}
  const fault = jsonFault(body)
  const missing = whatIsMissing({ isChanged: body !== original, chosen: chosen.size, reason })

  function submit(submitted: FormEvent) {
    submitted.preventDefault()
    if (!missing && !replay.isPending) replay.mutate()
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      {replay.error && Object.keys(fields).length === 0 ? <Notice tone="bad" title={replay.error.message} /> : null}
      <Field
        id="copy-body"
        label="Body"
        error={fields.body}
        hint={
          fault ? (
            <span className="flex items-center gap-1 text-wait">
              <TriangleAlert className="size-3.5" aria-hidden /> Not JSON: {fault}. It can be sent all the same.
            </span>
          ) : (
            <span className="flex items-center gap-1">
              <Check className="size-3.5 text-good" aria-hidden /> Valid JSON
            </span>
          )
        }
      >
        <Textarea
          id="copy-body"
          rows={14}
          spellCheck={false}
          autoComplete="off"
          aria-describedby="copy-body-note"
          className="scroll-quiet font-mono text-xs leading-5"
          value={body}
          onChange={(change) => setBody(change.target.value)}
        />
      </Field>
      <HandlerChoice
        legend="Through which handlers"
        choices={(handlers.data?.items ?? []).map((target) => ({ key: target.key, name: runName(target) }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <Field id="copy-reason" label="Reason" error={fields.reason} hint="For those who look at this later">
        <Input
          id="copy-reason"
          maxLength={500}
          autoComplete="off"
          aria-describedby="copy-reason-note"
          placeholder="The address was misspelt"
          value={reason}
          onChange={(change) => setReason(change.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-end gap-3">
        {missing ? <p className="text-ink-3 text-xs">{missing}</p> : null}
        <Button type="submit" variant="primary" disabled={missing !== null || replay.isPending}>
          Run the copy{chosen.size > 0 ? ` through ${formatCount(chosen.size, 'handler')}` : ''}
        </Button>
      </div>
    </form>
  )
}

function whatIsMissing(given: { isChanged: boolean; chosen: number; reason: string }): string | null {
  if (!given.isChanged) return 'Nothing is changed yet.'
  if (given.chosen === 0) return 'Choose at least one handler.'
  return given.reason.trim() === '' ? 'Give a reason.' : null
}
