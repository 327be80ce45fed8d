'use client'

import { useTranslations } from 'use-intl'
import type { Role } from '@/lib/auth/schemas'

const ROLES: readonly Role[] = ['viewer', 'operator', 'admin']

/** The roles, the one that may least first. */
export function useRoleOptions(): { value: Role; label: string; note: string }[] {
  const t = useTranslations('settings.roles')
  return ROLES.map((value) => ({ value, label: t(`${value}.label`), note: t(`${value}.note`) }))
}
