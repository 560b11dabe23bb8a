// The one shelf of loaded parts, and what the app asks of it.
import { Parts } from '../../platform/browser/parts.ts'
import { manifests } from './capabilities.ts'

export const parts = new Parts(manifests)
