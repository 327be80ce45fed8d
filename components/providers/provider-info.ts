/** What the pages know of a provider, as plain data from the registry: schemas and verifiers stay on the server. */
export interface ProviderInfo {
  id: string
  label: string
  docsUrl: string
  mark: { letters: string; hue: number }
  goodVerdict: 'verified' | 'authenticated'
  secretHelp: { name: string; where: string }
  eventTypes: { type: string; title: string }[]
}
