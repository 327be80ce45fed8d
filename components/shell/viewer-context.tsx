'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { useTranslations } from 'use-intl'
import type { Role } from '@/lib/auth/schemas'

export interface Viewer {
  email: string
  name: string
  role: Role
}

const RANK: Record<Role, number> = { viewer: 0, operator: 1, admin: 2 }
const ViewerContext = createContext<Viewer | null>(null)

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>
}

export function useViewer(): Viewer {
  const viewer = useContext(ViewerContext)
  if (!viewer) throw new Error('useViewer is for pages below ViewerProvider')
  return viewer
}

/** Whether the signed-in person may, and if not the words that say why. The server decides; this only explains. */
export function usePermission(minimum: Role): { allowed: boolean; why: string | undefined } {
  const t = useTranslations('shell')
  const { role } = useViewer()
  const allowed = RANK[role] >= RANK[minimum]
  return {
    allowed,
    why: allowed ? undefined : t(`permission.${minimum}`, { role: t(`roles.${role}`) }),
  }
}
