'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, TriangleAlert } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { Textarea } from '@/components/ui/textarea'
import { toast } from '@/components/ui/toast'
import { ApiProblem } from '@/lib/client/fetch-json'
import { eventOptions } from '@/lib/events/query-options'
import type { EventDetail } from '@/lib/events/schemas'
import type { Translate } from '@/lib/i18n/translate'
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
  const t = useTranslations('runs')
  const words = useTranslations('words')
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
      toast.success(t('edit.onItsWay'))
      onDone()
    },
  })
  const fields = replay.error instanceof ApiProblem ? replay.error.fields : {}
  const fault = jsonFault(body, t)
  const missing = whatIsMissing(t, { isChanged: body !== original, chosen: chosen.size, reason })

  function submit(submitted: FormEvent) {
    submitted.preventDefault()
    if (!missing && !replay.isPending) replay.mutate()
  }

  return (
    <form onSubmit={submit} className="mt-4 flex flex-col gap-4">
      {replay.error && Object.keys(fields).length === 0 ? <Notice tone="bad" title={replay.error.message} /> : null}
      <Field
        id="copy-body"
        label={t('edit.body')}
        error={fields.body}
        hint={
          fault ? (
            <span className="flex items-center gap-1 text-wait">
              <TriangleAlert className="size-3.5" aria-hidden /> {t('edit.notJson', { fault })}
            </span>
          ) : (
            <span className="flex items-center gap-1">
              <Check className="size-3.5 text-good" aria-hidden /> {t('edit.validJson')}
            </span>
          )
        }
      >
        <Textarea
          id="copy-body"
          rows={14}
          spellCheck={false}
          autoComplete="off"
          className="scroll-quiet font-mono text-xs leading-5"
          value={body}
          onChange={(change) => setBody(change.target.value)}
        />
      </Field>
      <HandlerChoice
        legend={t('edit.handlers')}
        choices={(handlers.data?.items ?? []).map((target) => ({ key: target.key, name: runName(target, words) }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <Field id="copy-reason" label={t('edit.reason')} error={fields.reason} hint={t('edit.reasonHint')}>
        <Input
          id="copy-reason"
          maxLength={500}
          autoComplete="off"
          placeholder={t('edit.reasonExample')}
          value={reason}
          onChange={(change) => setReason(change.target.value)}
        />
      </Field>
      <div className="flex flex-wrap items-center justify-end gap-3">
        {missing ? <p className="text-ink-3 text-xs">{missing}</p> : null}
        <Button type="submit" variant="primary" disabled={missing !== null || replay.isPending}>
          {chosen.size > 0 ? t('edit.submitThrough', { count: chosen.size }) : t('edit.submit')}
        </Button>
      </div>
    </form>
  )
}

function whatIsMissing(
  t: Translate<'runs'>,
  given: { isChanged: boolean; chosen: number; reason: string },
): string | null {
  if (!given.isChanged) return t('edit.nothingChanged')
  if (given.chosen === 0) return t('edit.noHandler')
  return given.reason.trim() === '' ? t('edit.noReason') : null
}
