import type { ProviderWords } from '@/lib/events/verdict-words'
import type { ProviderInfo } from './provider-info'

/** How a provider is spoken of in the middle of a sentence; its id serves where it is not in the registry any more. */
export function providerWords(id: string, provider: ProviderInfo | undefined): ProviderWords {
  const name = provider?.secretHelp.name ?? 'secret'
  return {
    label: provider?.label ?? id,
    secretName: name.charAt(0).toLowerCase() + name.slice(1),
    secretWhere: provider?.secretHelp.where ?? 'the settings of the provider.',
  }
}
