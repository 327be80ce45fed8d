'use client'

import { Users } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { Time } from '@/components/time/time'
import { ProviderMarks } from '@/components/timeline/provider-marks'
import { useSaying } from '@/components/timeline/use-saying'
import { CopyButton } from '@/components/ui/copy-button'
import { belongingWords } from '@/lib/timeline/belonging'
import { kindOne } from '@/lib/timeline/kind-words'
import { KINDS, type Kind } from '@/lib/timeline/kinds'
import { nameWithin, schemeLabel } from '@/lib/timeline/name-words'
import type { EntityIdentifier, Proof } from '@/lib/timeline/schemas'

/** One identifier: what it is, who uses it, which event proves that it belongs here, and why. */
export function IdentifierRow({ identifier, kind }: { identifier: EntityIdentifier; kind: Kind }) {
  const t = useTranslations('timeline')
  const saying = useSaying()
  const { name, scheme, value, issuer, providers, proof, because, sharedWith } = identifier
  return (
    <li className="py-2">
      <div className="flex min-w-0 items-center gap-2">
        <span className="w-28 shrink-0 text-ink-3 text-xs">{schemeLabel(scheme, saying.t)}</span>
        <span className="min-w-0 break-all font-mono text-xs">{value}</span>
        <CopyButton value={value} what={nameWithin(name, saying.t)} />
        <span className="ml-auto pl-1">
          <ProviderMarks ids={providers} />
        </span>
      </div>
      <div className="mt-0.5 space-y-0.5 text-ink-3 text-xs sm:pl-30">
        <p>
          {issuer ? `${t('identifiers.idOf', { provider: saying.labelOf(issuer) })} ` : null}
          {belongingWords(because, saying)}
        </p>
        {proof ? <ProofLine proof={proof} /> : null}
        {sharedWith.length > 0 ? (
          <p className="flex flex-wrap items-center gap-x-1.5 text-ink-2">
            <Users className="size-3.5 text-ink-3" aria-hidden />
            {t('identifiers.see')}
            {sharedWith.map((other, index) => (
              <span key={other.id}>
                <Link
                  href={`/${KINDS[other.kind].path}/${other.id}`}
                  prefetch={false}
                  className="font-medium text-accent hover:underline"
                >
                  {other.kind === kind ? other.label : `${kindOne(other.kind, saying.t)} ${other.label}`}
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
  const t = useTranslations('timeline')
  const { titleOf, labelOf } = useSaying()
  return (
    <p>
      {t.rich('identifiers.proof', {
        ...{ event: titleOf(proof.provider, proof.type), provider: labelOf(proof.provider) },
        link: (text) => (
          <Link href={`/events/${proof.eventId}`} prefetch={false} className="font-medium text-accent hover:underline">
            {text}
          </Link>
        ),
        time: () => <Time at={proof.occurredAt} />,
      })}
    </p>
  )
}
