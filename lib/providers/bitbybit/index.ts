import type { Provider } from '../provider'
import { eventTypes } from './events'
import { facts } from './facts'
import { lifecycles } from './lifecycle'
import { read } from './read'
import { sign } from './sign'
import { announce } from './simulate'
import { verify } from './verify'

/** bitbybit: signs every body with HMAC-SHA256. */
export const bitbybit: Provider = {
  id: 'bitbybit',
  label: 'bitbybit',
  docsUrl: 'https://knowledge.bitbybit.studio/api-reference/webhooks/overview',
  mark: { letters: 'bb', hue: 255 },
  goodVerdict: 'verified',
  secretHelp: {
    name: 'Signing secret',
    where:
      'Settings > Developer > Create Webhook in the bitbybit dashboard. It is shown once, when the webhook is created.',
    id: {
      name: 'Signing secret',
      where:
        'Settings > Developer > Create Webhook di dashboard bitbybit. Hanya ditampilkan sekali, saat webhook dibuat.',
    },
  },
  eventTypes,
  verify,
  read,
  facts,
  lifecycles,
  sign,
  announce,
  presentedSecrets: () => [],
  limits: {
    bodyBytes: 64 * 1024,
    attempts: 5,
    suspendsAfterFailures: 10,
    retryScheduleSeconds: [0, 30, 300, 1800, 7200],
  },
}
