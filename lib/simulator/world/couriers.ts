import type { Parcel } from '@/lib/providers/happening'
import type { Random } from '../random'

const COURIERS: readonly Courier[] = [
  { name: 'JNE', services: ['REG', 'YES', 'OKE', 'JTR'], awb: (random) => `01${random.digits(13)}` },
  { name: 'J&T', services: ['EZ', 'ECO', 'SUPER'], awb: (random) => `JP${random.digits(10)}` },
  { name: 'SiCepat', services: ['REG', 'BEST', 'GOKIL'], awb: (random) => `00${random.digits(10)}` },
  { name: 'AnterAja', services: ['REG', 'NDS', 'SDS'], awb: (random) => `1000${random.digits(10)}` },
]

interface Courier {
  name: string
  services: readonly string[]
  awb(random: Random): string
}

/** A parcel with one of the country's couriers, its AWB in that courier's own form. */
export function bookParcel(random: Random): Parcel {
  const courier = random.pick(COURIERS)
  return { awb: courier.awb(random), courier: courier.name, service: random.pick(courier.services) }
}
