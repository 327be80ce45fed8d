/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  // Browsers get sentences already compiled (lib/i18n/compiled-messages.ts), and so no parser of them.
  turbopack: {
    resolveAlias: {
      'use-intl/format-message': {
        browser: 'use-intl/format-message/format-only',
        default: './lib/i18n/format-message.ts',
      },
    },
  },
  // Types are checked by `npm run check`; a start on a user's machine need not pay for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@prisma/adapter-pg', 'graphile-worker'],
}
