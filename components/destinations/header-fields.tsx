'use client'

import { Plus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import type { HeaderDraft } from './draft'

interface HeaderFieldsProps {
  headers: readonly HeaderDraft[]
  onChange: (headers: HeaderDraft[]) => void
  error: string | undefined
  disabled: boolean
}

/** Headers that go along with every request, such as an API key. Stored values are never shown again. */
export function HeaderFields({ headers, onChange, error, disabled }: HeaderFieldsProps) {
  const t = useTranslations('destinations.headers')
  const set = (key: number, part: Partial<HeaderDraft>) =>
    onChange(headers.map((header) => (header.key === key ? { ...header, ...part } : header)))
  const nextKey = Math.max(0, ...headers.map(({ key }) => key)) + 1
  return (
    <fieldset disabled={disabled}>
      <legend className="mb-1 font-medium text-sm">{t('legend')}</legend>
      <ul className="space-y-1.5">
        {headers.map(({ key, name, value, isStored }) => (
          <li key={key} className="flex gap-1.5">
            <Input
              aria-label={t('name')}
              placeholder={t('namePlaceholder')}
              autoComplete="off"
              spellCheck={false}
              maxLength={100}
              className="w-2/5 font-mono text-xs"
              value={name}
              onChange={(event) => set(key, { name: event.target.value })}
            />
            <Input
              aria-label={t('valueOf', { name: name || t('theHeader') })}
              type="password"
              placeholder={isStored ? t('stays') : t('value')}
              autoComplete="off"
              maxLength={4000}
              className="flex-1 font-mono text-xs"
              value={value}
              onChange={(event) => set(key, { value: event.target.value })}
            />
            <Button
              variant="ghost"
              size="icon"
              className="size-8"
              aria-label={t('remove', { name })}
              onClick={() => onChange(headers.filter((header) => header.key !== key))}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button
        size="sm"
        variant="ghost"
        className="mt-1 -ml-2"
        onClick={() => onChange([...headers, { key: nextKey, name: '', value: '', isStored: false }])}
      >
        <Plus aria-hidden /> {t('add')}
      </Button>
      {error ? (
        <p role="alert" className="text-bad text-xs">
          {error}
        </p>
      ) : (
        <p className="text-ink-3 text-xs">{t('note')}</p>
      )}
    </fieldset>
  )
}
