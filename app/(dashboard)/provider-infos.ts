import type { ProviderInfo } from '@/components/providers/provider-info'
import { providers } from '@/lib/providers/registry'

/** The registry as plain data for client components. */
export function providerInfos(): ProviderInfo[] {
  return providers.map((provider) => ({
    id: provider.id,
    label: provider.label,
    docsUrl: provider.docsUrl,
    mark: provider.mark,
    goodVerdict: provider.goodVerdict,
    secretHelp: provider.secretHelp,
    eventTypes: Object.entries(provider.eventTypes).map(([type, { title }]) => ({ type, title })),
  }))
}
