// The field app's list of capabilities. Nothing below imports this file. All that it reaches is loaded at first, so it reaches
// manifests only.
import { accountsManifest } from '../../capabilities/accounts/manifest.ts'
import { agenciesManifest } from '../../capabilities/agencies/manifest.ts'
import { auditingManifest } from '../../capabilities/auditing/manifest.ts'
import { institutionsManifest } from '../../capabilities/institutions/manifest.ts'
import { lettersManifest } from '../../capabilities/letters/manifest.ts'
import { mapsManifest } from '../../capabilities/maps/manifest.ts'
import { meetingsManifest } from '../../capabilities/meetings/manifest.ts'
import { observationsManifest } from '../../capabilities/observations/manifest.ts'
import { peopleManifest } from '../../capabilities/people/manifest.ts'
import { placesManifest } from '../../capabilities/places/manifest.ts'
import { programmesManifest } from '../../capabilities/programmes/manifest.ts'
import { surveysManifest } from '../../capabilities/surveys/manifest.ts'
import { volunteersManifest } from '../../capabilities/volunteers/manifest.ts'
import { workshopsManifest } from '../../capabilities/workshops/manifest.ts'
import type { Manifest } from '../../platform/browser/capability.ts'

export const manifests: readonly Manifest[] = [
  programmesManifest,
  observationsManifest,
  meetingsManifest,
  volunteersManifest,
  workshopsManifest,
  surveysManifest,
  institutionsManifest,
  mapsManifest,
  peopleManifest,
  lettersManifest,
  placesManifest,
  agenciesManifest,
  auditingManifest,
  accountsManifest,
]
