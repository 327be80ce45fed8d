import { KeyRound } from 'lucide-react'
import type { SecretItem } from '@/lib/sources/schemas'

/** A secret by its last characters. */
export function SecretHint({ secret }: { secret: SecretItem }) {
  return (
    <span className="flex items-center gap-1.5">
      <KeyRound className="size-3 shrink-0 text-ink-3" aria-hidden />
      <span className="font-mono">••••{secret.hint}</span>
      {secret.origin === 'environment' ? <span className="text-ink-3">environment</span> : null}
      {secret.readable ? null : <span className="font-medium text-bad">unreadable</span>}
    </span>
  )
}
