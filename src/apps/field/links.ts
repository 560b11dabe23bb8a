// Where the link of a gate leads in this app. Definitions speak of capabilities; addresses are Indonesian, and stand in the
// manifests.
import { manifests } from './capabilities.ts'

const screens: Readonly<Record<string, string>> = Object.assign({}, ...manifests.map(({ links }) => links))

/**
 * `meetings/new?kind=rkm` of an enrolment becomes `/d/<place>/rembug/baru?jenis=rkm&pendaftaran=<id>`; what is not built yet leads
 * home. Under a name that ends in `/` stands whatever comes after it: `programmes/stage/exploration`.
 */
export function linkOf(satisfiedBy: string, place: string, enrolment: string): string {
  const [path = '', query = ''] = satisfiedBy.split('?')
  const [, above = '', last = ''] = /^(.*\/)?(.*)$/.exec(path) ?? []
  const screen = screens[path] ?? (screens[above] && screens[above] + last)
  if (!screen) return `/d/${place}`
  const kind = new URLSearchParams(query).get('kind')
  const params = new URLSearchParams({ ...(kind ? { jenis: kind } : {}), pendaftaran: enrolment })
  return `/d/${place}/${screen.replace(':enrolment', enrolment)}?${params}`
}
