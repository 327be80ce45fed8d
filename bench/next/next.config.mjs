import { fileURLToPath } from 'node:url'

/** @type {import('next').NextConfig} */
export default {
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@prisma/adapter-pg'],
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
}
