import type { ProviderInfo } from '@/components/providers/provider-info'
import type { Locale } from '@/lib/i18n/locales'
import type { Provider } from '@/lib/providers/provider'
import { providers } from '@/lib/providers/registry'

/** The registry as plain data for client components, in a language. */
export function providerInfos(locale: Locale): ProviderInfo[] {
  return providers.map((provider) => ({
    id: provider.id,
    label: provider.label,
    docsUrl: provider.docsUrl,
    mark: provider.mark,
    goodVerdict: provider.goodVerdict,
    secretHelp: secretHelpIn(provider.secretHelp, locale),
    eventTypes: Object.entries(provider.eventTypes).map(([type, { titles }]) => ({ type, title: titles[locale] })),
  }))
}

function secretHelpIn({ id, ...english }: Provider['secretHelp'], locale: Locale): ProviderInfo['secretHelp'] {
  return locale === 'id' ? id : english
}
