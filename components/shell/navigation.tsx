'use client'

import { Activity, Radio, Settings, ShieldX } from 'lucide-react'
import Link from 'next/link'
import { usePathname, useSearchParams } from 'next/navigation'
import { cn } from '@/components/ui/class-names'
import { useViewer } from './viewer-context'

const REJECTED_HREF = '/events?verdict=rejected'

export function Navigation({ onNavigate }: { onNavigate?: () => void }) {
  const path = usePathname()
  const search = useSearchParams()
  const { role } = useViewer()
  const isRejected = path.startsWith('/deliveries') || (path === '/events' && search.get('verdict') === 'rejected')
  const entries = [
    { href: '/events', label: 'Events', icon: Activity, current: path.startsWith('/events') && !isRejected },
    { href: REJECTED_HREF, label: 'Rejected', icon: ShieldX, current: isRejected },
    { href: '/sources', label: 'Sources', icon: Radio, current: path.startsWith('/sources') },
    ...(role === 'admin'
      ? [{ href: '/settings', label: 'Settings', icon: Settings, current: path.startsWith('/settings') }]
      : []),
  ]
  return (
    <nav aria-label="Main">
      <ul className="flex flex-col gap-0.5">
        {entries.map(({ href, label, icon: Icon, current }) => (
          <li key={href}>
            <Link
              href={href}
              onClick={onNavigate}
              aria-current={current ? 'page' : undefined}
              className={cn(
                'flex h-8 items-center gap-2.5 rounded-md px-2 text-ink-2 text-sm hover:bg-hover hover:text-ink pointer-coarse:h-11',
                current && 'bg-hover font-medium text-ink',
              )}
            >
              <Icon className={cn('size-4', current ? 'text-accent' : 'text-ink-3')} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
