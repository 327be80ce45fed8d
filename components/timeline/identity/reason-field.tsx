'use client'

import { useTranslations } from 'use-intl'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

const LEAST = 3

export function isReason(text: string): boolean {
  return text.trim().length >= LEAST
}

/** Why a person decides so: kept with the decision, and shown with it. */
export function ReasonField({
  id,
  value,
  onChange,
  placeholder,
}: {
  id: string
  value: string
  onChange: (value: string) => void
  placeholder: string
}) {
  const t = useTranslations('timeline')
  return (
    <Field id={id} label={t('identity.reason')} hint={t('identity.reasonHint')}>
      <Input
        id={id}
        required
        maxLength={500}
        autoComplete="off"
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  )
}
