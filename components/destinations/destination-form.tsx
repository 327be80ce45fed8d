'use client'

import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
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
  const t = useTranslations('destinations.form')
  const fields = error instanceof ApiProblem ? error.fields : {}
  const disabled = why !== undefined
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (!error) return
    // The form is longer than a screen, and its button at the end.
    form.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'center' })
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [error])
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form ref={form} onSubmit={submit} title={why} className="rounded-lg border">
      {error && Object.keys(fields).length === 0 ? (
        <div role="alert">
          <Notice tone="bad" title={error.message} className="m-4 mb-0" />
        </div>
      ) : null}
      <Group title={t('whereTo')}>
        <Field id="destination-name" label={t('name')} error={fields.name}>
          <Input
            id="destination-name"
            required
            maxLength={100}
            autoComplete="off"
            placeholder={t('namePlaceholder')}
            disabled={disabled}
            value={draft.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Field>
        <Field id="destination-url" label={t('url')} error={fields.url} hint={t('urlHint')}>
          <Input
            id="destination-url"
            type="url"
            required
            maxLength={2000}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('urlPlaceholder')}
            className="font-mono text-xs"
            disabled={disabled}
            value={draft.url}
            onChange={(event) => onChange({ url: event.target.value })}
          />
        </Field>
      </Group>
      <Group title={t('whichEvents')}>
        <SubscriptionFields draft={draft} onChange={onChange} fields={fields} disabled={disabled} />
      </Group>
      <Group title={t('goesAlong')}>
        <HeaderFields
          headers={draft.headers}
          onChange={(headers) => onChange({ headers })}
          error={faultOf(fields, 'headers')}
          disabled={disabled}
        />
        <Field
          id="destination-passed"
          label={t('passed')}
          error={faultOf(fields, 'forwardHeaders')}
          hint={t('passedHint')}
        >
          <TokenInput
            id="destination-passed"
            what={t('theHeader')}
            placeholder={t('headerPlaceholder')}
            tokens={draft.forwardHeaders}
            onChange={(forwardHeaders) => onChange({ forwardHeaders })}
            disabled={disabled}
          />
        </Field>
      </Group>
      <Group title={t('limits')}>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field id="destination-timeout" label={t('timeout')} error={fields.timeoutMs} hint={t('timeoutHint')}>
            <Input
              id="destination-timeout"
              type="number"
              required
              min={0.1}
              max={60}
              step="any"
              disabled={disabled}
              value={draft.timeoutSeconds}
              onChange={(event) => onChange({ timeoutSeconds: event.target.value })}
            />
          </Field>
          <Field id="destination-rate" label={t('rate')} error={fields.ratePerSecond} hint={t('rateHint')}>
            <Input
              id="destination-rate"
              type="number"
              min={0.01}
              max={1000}
              step="any"
              placeholder={t('noLimit')}
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
