import { bebasKirim } from './bebas-kirim'
import { bitbybit } from './bitbybit'
import type { Provider } from './provider'

/** Every provider Jejak knows, in the order in which people see them. A new one is a folder and a line here. */
export const providers: readonly Provider[] = [bitbybit, bebasKirim]

const byId = new Map(providers.map((provider) => [provider.id, provider]))

/** The provider with this id, or undefined. */
export function findProvider(id: string): Provider | undefined {
  return byId.get(id)
}
