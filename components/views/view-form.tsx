'use client'

import { type FormEvent, type ReactNode, useId } from 'react'
import { useTranslations } from 'use-intl'
import { usePermission } from '@/components/shell/viewer-context'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import { ApiProblem } from '@/lib/client/fetch-json'

export interface ViewDraft {
  name: string
  shared: boolean
  pinned: boolean
}

interface ViewFormProps {
  draft: ViewDraft
  onChange: (part: Partial<ViewDraft>) => void
  submit: string
  isPending: boolean
  error: Error | null
  onSubmit: () => void
  /** Further fields, and what else can be done, beside the button. */
  fields?: ReactNode
  actions?: ReactNode
}

/** Name, audience and place of a view, new or not. */
export function ViewForm({ draft, onChange, submit, isPending, error, onSubmit, fields, actions }: ViewFormProps) {
  const t = useTranslations('views.save')
  const id = useId()
  const { allowed, why } = usePermission('operator')
  const faults = error instanceof ApiProblem ? error.fields : {}

  function send(event: FormEvent) {
    event.preventDefault()
    if (!isPending) onSubmit()
  }

  return (
    <form onSubmit={send} className="mt-4 flex flex-col gap-4">
      <Field id={`${id}-name`} label={t('name')} error={faults.name}>
        <Input
          id={`${id}-name`}
          required
          maxLength={80}
          autoComplete="off"
          placeholder={t('placeholder')}
          value={draft.name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <div className="flex flex-col gap-1">
        <span className="font-medium text-sm">{t('forWhom')}</span>
        <Segmented
          label={t('forWhom')}
          value={draft.shared ? 'all' : 'me'}
          options={[
            { value: 'me', label: t('forMe') },
            { value: 'all', label: t('forAll') },
          ]}
          onChange={(value) => {
            if (allowed) onChange({ shared: value === 'all' })
          }}
          className={allowed ? 'self-start' : 'self-start opacity-55'}
        />
        {why ? <p className="text-ink-3 text-xs">{why}</p> : null}
      </div>
      <div className="flex flex-col gap-1">
        <label htmlFor={`${id}-pin`} className="flex items-center gap-2 text-sm">
          <Switch
            id={`${id}-pin`}
            checked={draft.pinned}
            onCheckedChange={(pinned) => onChange({ pinned })}
            aria-describedby={draft.shared ? `${id}-pin-note` : undefined}
          />
          {t('pin')}
        </label>
        {draft.shared ? (
          <p id={`${id}-pin-note`} className="text-ink-3 text-xs">
            {t('pinNote')}
          </p>
        ) : null}
      </div>
      {fields}
      {error && !faults.name ? (
        <p role="alert" className="text-bad text-xs">
          {error.message}
        </p>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {actions}
        <Button type="submit" variant="primary" disabled={isPending} className="ml-auto">
          {submit}
        </Button>
      </div>
    </form>
  )
}
