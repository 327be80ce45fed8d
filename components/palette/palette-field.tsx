'use client'

import { useTranslations } from 'use-intl'
import type { Asked } from './palette'

export const FIELD_STYLE =
  'h-12 w-full shrink-0 border-line border-b bg-transparent pr-12 pl-4 text-base text-ink outline-none placeholder:text-ink-3'
export const MAX_QUERY = 300

/** The field while the palette's inside is still on its way: what is typed or pasted into it is not lost. */
export function PaletteField({ asked, onChange }: { asked: Asked; onChange: (asked: Asked) => void }) {
  const t = useTranslations('palette')
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into it
      autoFocus
      aria-label={t('field')}
      placeholder={t('field')}
      autoComplete="off"
      spellCheck={false}
      maxLength={MAX_QUERY}
      value={asked.query}
      onChange={(event) => onChange({ query: event.target.value, isSubmitted: false })}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onChange({ ...asked, isSubmitted: true })
      }}
      className={FIELD_STYLE}
    />
  )
}
