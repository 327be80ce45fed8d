'use client'

import type { FormEvent, ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Notice } from '@/components/ui/notice'
import { TokenInput } from '@/components/ui/token-input'
import { ApiProblem } from '@/lib/client/fetch-json'
import type { Draft } from './draft'
import { HeaderFields } from './header-fields'
import { faultOf, SubscriptionFields } from './subscription-fields'

interface DestinationFormProps {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  error: Error | null
  /** Why nothing may be changed. */
  why: string | undefined
  onSubmit: () => void
  /** The buttons below. */
  children: ReactNode
}

/** Everything that can be said about a destination. */
export function DestinationForm({ draft, onChange, error, why, onSubmit, children }: DestinationFormProps) {
  const fields = error instanceof ApiProblem ? error.fields : {}
  const disabled = why !== undefined
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form onSubmit={submit} title={why} className="rounded-lg border">
      {error && Object.keys(fields).length === 0 ? (
        <Notice tone="bad" title={error.message} className="m-4 mb-0" />
      ) : null}
      <Group title="Where to">
        <Field id="destination-name" label="Name" error={fields.name}>
          <Input
            id="destination-name"
            required
            maxLength={100}
            autoComplete="off"
            placeholder="Warehouse"
            disabled={disabled}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <Field
          id="destination-url"
          label="URL"
          error={fields.url}
          hint="Each event is posted here with its own body, byte for byte, and a signature."
        >
          <Input
            id="destination-url"
            type="url"
            required
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            placeholder="https://warehouse.example.com/webhooks"
            aria-describedby="destination-url-note"
            className="font-mono text-xs"
            disabled={disabled}
            value={draft.url}
            onChange={(event) => onChange({ url: event.target.value })}
          />
        </Field>
      </Group>
      <Group title="Which events">
        <SubscriptionFields draft={draft} onChange={onChange} fields={fields} disabled={disabled} />
      </Group>
      <Group title="What goes along">
        <HeaderFields
          headers={draft.headers}
          onChange={(headers) => onChange({ headers })}
          error={faultOf(fields, 'headers')}
          disabled={disabled}
        />
        <Field
          id="destination-passed"
          label="Headers of the provider to pass on"
          error={faultOf(fields, 'forwardHeaders')}
          hint="By name. The content type always goes along; secrets never do."
        >
          <TokenInput
            id="destination-passed"
            what="the header"
            placeholder="x-request-id"
            tokens={draft.forwardHeaders}
            onChange={(forwardHeaders) => onChange({ forwardHeaders })}
            disabled={disabled}
          />
        </Field>
      </Group>
      <Group title="Limits">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            id="destination-timeout"
            label="Timeout, in seconds"
            error={fields.timeoutMs}
            hint="Without an answer by then, the attempt has failed."
          >
            <Input
              id="destination-timeout"
              type="number"
              required
              min={0.1}
              max={60}
              step="any"
              aria-describedby="destination-timeout-note"
              disabled={disabled}
              value={draft.timeoutSeconds}
              onChange={(event) => onChange({ timeoutSeconds: event.target.value })}
            />
          </Field>
          <Field
            id="destination-rate"
            label="Requests per second, at most"
            error={fields.ratePerSecond}
            hint="Empty: no limit."
          >
            <Input
              id="destination-rate"
              type="number"
              min={0.01}
              max={1000}
              step="any"
              placeholder="No limit"
              aria-describedby="destination-rate-note"
              disabled={disabled}
              value={draft.ratePerSecond}
              onChange={(event) => onChange({ ratePerSecond: event.target.value })}
            />
          </Field>
        </div>
      </Group>
      <div className="flex items-center justify-end gap-2 border-t bg-canvas px-4 py-2.5">{children}</div>
    </form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section
      aria-label={title}
      className="grid gap-x-6 gap-y-3 border-t p-4 first-of-type:border-t-0 sm:grid-cols-[8rem_minmax(0,1fr)]"
    >
      <h2 className="font-semibold text-ink-2 text-sm">{title}</h2>
      <div className="min-w-0 space-y-4">{children}</div>
    </section>
  )
}
