'use client'

import { X } from 'lucide-react'
import { type AriaAttributes, useState } from 'react'
import { useTranslations } from 'use-intl'

interface TokenInputProps extends AriaAttributes {
  id: string
  /** What one of them is, within "Remove …". */
  what: string
  tokens: readonly string[]
  onChange: (tokens: string[]) => void
  placeholder?: string
  suggestions?: readonly string[]
  disabled?: boolean
}

const SEPARATOR = /[\s,]+/

/** Several short texts in one field: Enter, a comma or a space ends one, Backspace takes the last away. */
export function TokenInput({
  id,
  what,
  tokens,
  onChange,
  placeholder,
  suggestions,
  disabled,
  ...aria
}: TokenInputProps) {
  const t = useTranslations('ui.tokenInput')
  const [typed, setTyped] = useState('')
  const add = (text: string) => {
    const next = text.split(SEPARATOR).filter((token) => token !== '')
    setTyped('')
    if (next.length > 0) onChange([...new Set([...tokens, ...next])])
  }
  return (
    <div className="flex min-h-8 w-full flex-wrap items-center gap-1 rounded-md border border-line-strong bg-surface px-1.5 py-1 shadow-xs has-[input:focus-visible]:border-accent has-[input:focus-visible]:outline-1 has-[input:focus-visible]:outline-accent">
      {tokens.map((token) => (
        <span
          key={token}
          className="inline-flex h-5.5 max-w-full items-center rounded border bg-sunken pl-1.5 font-mono text-xs"
        >
          <span className="truncate">{token}</span>
          <button
            type="button"
            aria-label={t('remove', { what, token })}
            disabled={disabled}
            onClick={() => onChange(tokens.filter((each) => each !== token))}
            className="grid size-5 place-items-center rounded text-ink-3 hover:text-ink"
          >
            <X className="size-3" aria-hidden />
          </button>
        </span>
      ))}
      <input
        id={id}
        list={suggestions ? `${id}-suggestions` : undefined}
        value={typed}
        disabled={disabled}
        autoComplete="off"
        spellCheck={false}
        {...aria}
        placeholder={tokens.length === 0 ? placeholder : undefined}
        onChange={(event) =>
          SEPARATOR.test(event.target.value) ? add(event.target.value) : setTyped(event.target.value)
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed !== '') {
            event.preventDefault()
            add(typed)
          }
          if (event.key === 'Backspace' && typed === '') onChange(tokens.slice(0, -1))
        }}
        onBlur={() => add(typed)}
        className="h-5.5 min-w-24 flex-1 bg-transparent px-1 font-mono text-xs outline-none placeholder:font-sans placeholder:text-ink-3"
      />
      {suggestions ? (
        <datalist id={`${id}-suggestions`}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      ) : null}
    </div>
  )
}
