'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useProviders } from '@/components/providers/providers-context'
import { ChipChoice } from '@/components/ui/chip-choice'
import { Field } from '@/components/ui/field'
import { TokenInput } from '@/components/ui/token-input'
import { sourcesOptions } from '@/lib/sources/query-options'
import type { Draft } from './draft'

interface SubscriptionFieldsProps {
  draft: Draft
  onChange: (part: Partial<Draft>) => void
  fields: Readonly<Record<string, string>>
  disabled: boolean
}

/** Which events a destination gets. Nothing chosen means all. */
export function SubscriptionFields({ draft, onChange, fields, disabled }: SubscriptionFieldsProps) {
  const t = useTranslations('destinations.subscription')
  const providers = useProviders()
  const sources = useQuery({ ...sourcesOptions(), refetchInterval: false }).data?.items ?? []
  const types = providers
    .filter(({ id }) => draft.providers.length === 0 || draft.providers.includes(id))
    .flatMap(({ eventTypes }) => eventTypes.map(({ type }) => type))
  const families = [...new Set(types.filter((type) => type.includes('.')).map((type) => `${type.split('.', 1)[0]}.*`))]
  return (
    <>
      <ChipChoice
        legend={t('providers')}
        note={draft.providers.length === 0 ? t('everyProvider') : undefined}
        options={providers.map(({ id, label }) => ({ value: id, label }))}
        chosen={draft.providers}
        onChange={(chosen) => onChange({ providers: chosen })}
        disabled={disabled}
      />
      {sources.length > 1 ? (
        <ChipChoice
          legend={t('sources')}
          note={draft.sources.length === 0 ? t('everySource') : undefined}
          options={sources.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={draft.sources}
          onChange={(chosen) => onChange({ sources: chosen })}
          disabled={disabled}
        />
      ) : null}
      <Field id="destination-types" label={t('types')} error={faultOf(fields, 'eventTypes')} hint={t('typesHint')}>
        <TokenInput
          id="destination-types"
          what={t('theType')}
          placeholder={t('allTypes')}
          suggestions={[...families, ...new Set(types)]}
          tokens={draft.eventTypes}
          onChange={(eventTypes) => onChange({ eventTypes })}
          disabled={disabled}
        />
      </Field>
    </>
  )
}

/** The message of a field, or of something in it: `headers.X-Key`, `eventTypes.0`. */
export function faultOf(fields: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(fields).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1]
}
