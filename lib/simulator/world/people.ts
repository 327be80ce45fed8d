import type { Address, Customer } from '@/lib/providers/happening'
import type { Random } from '../random'

const FIRST_NAMES = [
  'Budi Siti Agus Dewi Rizky Putri Andi Ayu Bayu Citra Dimas Eka Fajar Gita Hendra Indah Joko Kartika',
  'Lestari Made Nadia Oki Ratna Surya Tri Umar Vina Wahyu Yanti Zahra Ketut Nyoman Teuku Cut Ujang Asep',
].flatMap((names) => names.split(' '))
const LAST_NAMES = [
  'Santoso Wijaya Pratama Lestari Hidayat Saputra Nugroho Kusuma Siregar Nasution Simanjuntak Halim',
  'Gunawan Setiawan Permata Maharani Ramadhan Utami Suryani Hartono Situmorang Wibowo Purnama Anggraini',
  "Firmansyah Ma'ruf",
].flatMap((names) => names.split(' '))
const STREETS = [
  'Jl. Jenderal Sudirman',
  'Jl. M.H. Thamrin',
  'Jl. Gatot Subroto',
  'Jl. Diponegoro',
  'Jl. Ahmad Yani',
  'Jl. Merdeka',
  'Jl. Pahlawan',
  'Jl. Kartini',
  'Jl. Imam Bonjol',
  'Jl. Veteran',
  'Jl. Cendrawasih',
  'Gg. Melati',
  'Perum Griya Asri',
]
const CITIES: readonly (readonly [city: string, province: string, postalPrefix: string])[] = [
  ['Jakarta Selatan', 'DKI Jakarta', '12'],
  ['Jakarta Pusat', 'DKI Jakarta', '10'],
  ['Bandung', 'Jawa Barat', '40'],
  ['Bekasi', 'Jawa Barat', '17'],
  ['Tangerang', 'Banten', '15'],
  ['Semarang', 'Jawa Tengah', '50'],
  ['Surakarta', 'Jawa Tengah', '57'],
  ['Yogyakarta', 'DI Yogyakarta', '55'],
  ['Surabaya', 'Jawa Timur', '60'],
  ['Malang', 'Jawa Timur', '65'],
  ['Denpasar', 'Bali', '80'],
  ['Medan', 'Sumatera Utara', '20'],
  ['Palembang', 'Sumatera Selatan', '30'],
  ['Makassar', 'Sulawesi Selatan', '90'],
  ['Balikpapan', 'Kalimantan Timur', '76'],
]
const MOBILE_PREFIXES = '811 812 813 821 822 852 856 857 858 817 878 896'.split(' ')

/** A customer somewhere in Indonesia, with a mobile number in E.164 and an address at a domain that reaches nobody. */
export function meetCustomer(random: Random, at: number): Customer {
  const firstName = random.pick(FIRST_NAMES)
  const lastName = random.pick(LAST_NAMES)
  const mailbox = `${firstName}.${lastName}${random.digits(4)}`.toLowerCase().replaceAll("'", '')
  return {
    key: random.key(),
    firstName,
    lastName,
    email: `${mailbox}@${random.pick(['example.com', 'example.net', 'example.org'])}`,
    phone: `+62${random.pick(MOBILE_PREFIXES)}${random.digits(8)}`,
    tags: ['pelanggan-baru'],
    address: findAddress(random),
    createdAt: new Date(at),
    updatedAt: new Date(at),
  }
}

/** A street address whose postal code fits its city. */
export function findAddress(random: Random): Address {
  const [city, province, postalPrefix] = random.pick(CITIES)
  const street = `${random.pick(STREETS)} No. ${random.int(1, 220)}`
  return { street, city, province, postalCode: `${postalPrefix}${random.digits(3)}` }
}
