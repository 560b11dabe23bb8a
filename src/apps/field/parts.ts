// The one shelf of loaded parts, and what the app asks of it.
import type { Manifest, Screen } from '../../platform/browser/capability.ts'
import { Parts } from '../../platform/browser/parts.ts'
import { manifests } from './capabilities.ts'

export const parts = new Parts(manifests)

/** A screen comes with the part of its capability, so that what is given from it shows at once, also where the line has gone since. */
export const withPart =
  (manifest: Manifest, screen: Screen): Screen['load'] =>
  async () => {
    const [loaded] = await Promise.all([screen.load(), parts.need([manifest.name])])
    return loaded
  }
