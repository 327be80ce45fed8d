'use client'

import { type FormEvent, useState } from 'react'
import { usePermission } from '@/components/shell/viewer-context'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { ApiProblem } from '@/lib/client/fetch-json'
import { formatSeconds } from '@/lib/events/format'
import { updateSource } from '@/lib/sources/mutations'
import type { SourceItem, UpdateSource } from '@/lib/sources/schemas'
import { Section } from './section'
import { useSourceChange } from './use-source-change'

const KB = 1024
const ANSWERS = [
  {
    value: '401',
    label: '401: refuse it',
    note: 'The sender learns that it failed, tries again and may suspend the webhook.',
  },
  {
    value: '200',
    label: '200: take it into quarantine',
    note: 'The sender is content; the delivery is kept and marked as rejected.',
  },
] as const

/** Name and limits of a source. Mounted anew when the stored values change. */
export function SettingsForm({ source }: { source: SourceItem }) {
  const { allowed, why } = usePermission('admin')
  const [name, setName] = useState(source.name)
  const [tolerance, setTolerance] = useState(String(source.toleranceSeconds))
  const [sizeKb, setSizeKb] = useState(String(source.maxBodyBytes / KB))
  const [keep, setKeep] = useState(String(source.rejectedKeep))
  const [answer, setAnswer] = useState<'401' | '200'>(source.rejectedStatus === 200 ? '200' : '401')
  const save = useSourceChange((change: UpdateSource) => updateSource(source.id, change), 'Saved.', {
    quietFaults: true,
  })
  const fields = save.error instanceof ApiProblem ? save.error.fields : {}

  const change: UpdateSource = {
    ...(name.trim() !== source.name ? { name: name.trim() } : {}),
    ...(Number(tolerance) !== source.toleranceSeconds ? { toleranceSeconds: Number(tolerance) } : {}),
    ...(Math.round(Number(sizeKb) * KB) !== source.maxBodyBytes
      ? { maxBodyBytes: Math.round(Number(sizeKb) * KB) }
      : {}),
    ...(Number(keep) !== source.rejectedKeep ? { rejectedKeep: Number(keep) } : {}),
    ...(Number(answer) !== source.rejectedStatus ? { rejectedStatus: answer === '200' ? 200 : 401 } : {}),
  }
  const isChanged = Object.keys(change).length > 0

  function submit(event: FormEvent) {
    event.preventDefault()
    if (isChanged) save.mutate(change)
  }

  return (
    <Section title="Behaviour">
      <form onSubmit={submit} className="rounded-lg border" title={why}>
        <div className="grid gap-4 p-4 sm:grid-cols-2">
          <Field id="name" label="Name" error={fields.name}>
            <Input
              id="name"
              required
              maxLength={100}
              disabled={!allowed}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
          <Field
            id="tolerance"
            label="Tolerance, in seconds"
            error={fields.toleranceSeconds}
            hint={`A signature may be up to ${formatSeconds(Number(tolerance) || 0)} old, or ahead of our clock.`}
          >
            <Input
              id="tolerance"
              type="number"
              min={10}
              max={86400}
              required
              disabled={!allowed}
              aria-describedby="tolerance-note"
              value={tolerance}
              onChange={(event) => setTolerance(event.target.value)}
            />
          </Field>
          <Field
            id="answer"
            label="Answer to a rejected delivery"
            error={fields.rejectedStatus}
            hint={ANSWERS.find(({ value }) => value === answer)?.note}
          >
            <Select
              id="answer"
              label="Answer to a rejected delivery"
              value={answer}
              options={ANSWERS}
              disabled={!allowed}
              onChange={setAnswer}
            />
          </Field>
          <Field
            id="size"
            label="Largest body, in KB"
            error={fields.maxBodyBytes}
            hint="Of a larger one only the head is kept, and the sender gets 413."
          >
            <Input
              id="size"
              type="number"
              min={1}
              max={10240}
              step="any"
              required
              disabled={!allowed}
              aria-describedby="size-note"
              value={sizeKb}
              onChange={(event) => setSizeKb(event.target.value)}
            />
          </Field>
          <Field
            id="keep"
            label="Rejected deliveries kept"
            error={fields.rejectedKeep}
            hint={
              source.rejectedDropped > 0
                ? `The oldest go first; ${source.rejectedDropped.toLocaleString('en')} went so far.`
                : 'The oldest go first, so that strangers cannot fill the disk.'
            }
          >
            <Input
              id="keep"
              type="number"
              min={0}
              max={1000000}
              required
              disabled={!allowed}
              aria-describedby="keep-note"
              value={keep}
              onChange={(event) => setKeep(event.target.value)}
            />
          </Field>
        </div>
        <div className="flex items-center gap-3 border-t bg-canvas px-4 py-2.5">
          {save.error && Object.keys(fields).length === 0 ? (
            <p className="text-bad text-xs">{save.error.message}</p>
          ) : null}
          <Button
            type="submit"
            size="sm"
            variant="primary"
            className="ml-auto"
            disabled={!allowed || !isChanged || save.isPending}
            title={why ?? (isChanged ? undefined : 'Nothing is changed')}
          >
            Save
          </Button>
        </div>
      </form>
    </Section>
  )
}
