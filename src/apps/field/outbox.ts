// The outbox as a capability of the frame: one screen, no rows of its own.
import type { Manifest } from '../../platform/browser/capability.ts'

export const outboxManifest: Manifest = {
  name: 'outbox',
  screens: [{ path: '/kotak-keluar', about: 'account', load: () => import('./OutboxScreen.tsx') }],
}
