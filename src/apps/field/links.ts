// Where the link of a gate leads in this app, and for whom. Definitions speak of capabilities; addresses are Indonesian, and stand
// in the manifests.
import type { GateLink } from '../../platform/browser/capability.ts'
import type { Satisfying } from '../../platform/browser/place-context.tsx'
import { manifests } from './capabilities.ts'

const links: Readonly<Record<string, GateLink>> = Object.assign({}, ...manifests.map((each) => each.links))

/**
 * `meetings/new?kind=rkm` of an enrolment becomes `/d/<place>/rembug/baru?jenis=rkm&pendaftaran=<id>`; what is not built yet leads
 * nowhere. Under a name that ends in `/` stands whatever comes after it: `programmes/stage/exploration`.
 */
export function linkOf(satisfiedBy: string, place: string, enrolment: string): Satisfying | null {
  const [path = '', query = ''] = satisfiedBy.split('?')
  const [, above = '', last = ''] = /^(.*\/)?(.*)$/.exec(path) ?? []
  const link = links[path] ?? links[above]
  if (!link) return null
  const screen = link.path.replace(':enrolment', enrolment) + (links[path] ? '' : last)
  const kind = new URLSearchParams(query).get('kind')
  const params = new URLSearchParams({ ...(kind ? { jenis: kind } : {}), pendaftaran: enrolment })
  return { href: screen ? `/d/${place}/${screen}?${params}` : `/d/${place}`, roles: link.roles }
}
