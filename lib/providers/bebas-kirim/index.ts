import type { Provider } from '../provider'
import { eventTypes } from './events'
import { facts } from './facts'
import { lifecycles } from './lifecycle'
import { presentedSecrets } from './presented-key'
import { read } from './read'
import { sign } from './sign'
import { announce } from './simulate'
import { verify } from './verify'

const HALF_AN_HOUR = 1800

/** Bebas Kirim: sends a static key, which proves the sender and nothing of the body. */
export const bebasKirim: Provider = {
  id: 'bebas-kirim',
  label: 'Bebas Kirim',
  docsUrl: 'https://open.bebaskirim.com/docs/partner/webhooks.html',
  mark: { letters: 'BK', hue: 25 },
  goodVerdict: 'authenticated',
  secretHelp: {
    name: 'Webhook secret key',
    where: 'The Partner Dashboard of Bebas Kirim.',
    id: { name: 'Webhook secret key', where: 'Partner Dashboard Bebas Kirim.' },
  },
  eventTypes,
  verify,
  read,
  facts,
  lifecycles,
  sign,
  announce,
  presentedSecrets,
  limits: {
    // No limit is documented: room for a purchase order of a thousand items.
    bodyBytes: 256 * 1024,
    attempts: 15,
    retryScheduleSeconds: [0, 5, 10, 30, 60, 300, 600, ...Array<number>(8).fill(HALF_AN_HOUR)],
  },
}
