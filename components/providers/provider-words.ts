import type { ProviderWords } from '@/lib/events/reason-words'
import type { Translate } from '@/lib/i18n/translate'
import type { ProviderInfo } from './provider-info'

/** How a provider is spoken of in the middle of a sentence; its id serves where it is not in the registry any more. */
export function providerWords(
  id: string,
  provider: ProviderInfo | undefined,
  t: Translate<'providers'>,
): ProviderWords {
  const name = provider?.secretHelp.name ?? t('unknown.secretName')
  return {
    label: provider?.label ?? id,
    secretName: name.charAt(0).toLowerCase() + name.slice(1),
    secretWhere: provider?.secretHelp.where ?? t('unknown.secretWhere'),
  }
}
