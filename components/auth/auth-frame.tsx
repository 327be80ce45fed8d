import type { ReactNode } from 'react'
import { LocaleSwitch } from '@/components/shell/locale-switch'
import { Logo } from '@/components/shell/logo'

/** The frame of the pages before sign-in. */
export function AuthFrame({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="w-full max-w-88">
        <div className="flex items-center gap-2.5">
          <Logo className="size-8" />
          <span className="font-semibold text-lg tracking-tight">Jejak</span>
          <LocaleSwitch className="ml-auto" />
        </div>
        <h1 className="mt-7 font-semibold text-xl tracking-tight">{title}</h1>
        {note ? <p className="mt-1 text-ink-2">{note}</p> : null}
        <div className="mt-5">{children}</div>
      </div>
    </main>
  )
}
