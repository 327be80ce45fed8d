'use client'

import { Users } from 'lucide-react'
import Link from 'next/link'
import { useEventTitle, useProvider } from '@/components/providers/providers-context'
import { Time } from '@/components/time/time'
import { ProviderMarks } from '@/components/timeline/provider-marks'
import { CopyButton } from '@/components/ui/copy-button'
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import type { EntityIdentifier, Proof } from '@/lib/timeline/schemas'

/** One identifier: what it is, who uses it, which event proves that it belongs here, and why. */
export function IdentifierRow({ identifier, kind }: { identifier: EntityIdentifier; kind: Kind }) {
  const { label, value, issuer, providers, proof, rule, sharedWith } = identifier
  const issuedBy = useProvider(issuer ?? '')?.label ?? issuer
  return (
    <li className="py-2">
      <div className="flex min-w-0 items-center gap-2">
        <span className="w-28 shrink-0 text-ink-3 text-xs">{label}</span>
        <span className="min-w-0 break-all font-mono text-xs">{value}</span>
        <CopyButton value={value} what={`${label.charAt(0).toLowerCase()}${label.slice(1)} ${value}`} />
        <span className="ml-auto pl-1">
          <ProviderMarks ids={providers} />
        </span>
      </div>
      <div className="mt-0.5 space-y-0.5 text-ink-3 text-xs sm:pl-30">
        <p>
          {issuedBy ? `An id of ${issuedBy}. ` : null}
          {rule}
        </p>
        {proof ? <ProofLine proof={proof} /> : null}
        {sharedWith.length > 0 ? (
          <p className="flex flex-wrap items-center gap-x-1.5 text-ink-2">
            <Users className="size-3.5 text-ink-3" aria-hidden />
            See
            {sharedWith.map((other, index) => (
              <span key={other.id}>
                <Link
                  href={`/${KINDS[other.kind].path}/${other.id}`}
                  prefetch={false}
                  className="font-medium text-accent hover:underline"
                >
                  {other.kind === kind ? other.label : `${KINDS[other.kind].one} ${other.label}`}
                </Link>
                {index < sharedWith.length - 1 ? ',' : null}
              </span>
            ))}
          </p>
        ) : null}
      </div>
    </li>
  )
}

function ProofLine({ proof }: { proof: Proof }) {
  const title = useEventTitle(proof.provider, proof.type) ?? proof.type
  const provider = useProvider(proof.provider)?.label ?? proof.provider
  return (
    <p>
      Proof:{' '}
      <Link href={`/events/${proof.eventId}`} prefetch={false} className="font-medium text-accent hover:underline">
        {title}
      </Link>{' '}
      from {provider}, <Time at={proof.occurredAt} />
    </p>
  )
}
