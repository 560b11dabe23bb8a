// The server's list of capabilities. Nothing below imports this file.
import { accountsServer } from '../../capabilities/accounts/server.ts'
import { accountsTexts } from '../../capabilities/accounts/texts.ts'
import { agenciesServer } from '../../capabilities/agencies/server.ts'
import { agenciesTexts } from '../../capabilities/agencies/texts.ts'
import { auditingServer } from '../../capabilities/auditing/server.ts'
import { auditingTexts } from '../../capabilities/auditing/texts.ts'
import { institutionsServer } from '../../capabilities/institutions/server.ts'
import { institutionsTexts } from '../../capabilities/institutions/texts.ts'
import { lettersServer } from '../../capabilities/letters/server.ts'
import { lettersTexts } from '../../capabilities/letters/texts.ts'
import { mapsServer } from '../../capabilities/maps/server.ts'
import { mapsTexts } from '../../capabilities/maps/texts.ts'
import { meetingsServer } from '../../capabilities/meetings/server.ts'
import { meetingsTexts } from '../../capabilities/meetings/texts.ts'
import { observationsServer } from '../../capabilities/observations/server.ts'
import { observationsTexts } from '../../capabilities/observations/texts.ts'
import { peopleServer } from '../../capabilities/people/server.ts'
import { peopleTexts } from '../../capabilities/people/texts.ts'
import { placesServer } from '../../capabilities/places/server.ts'
import { placesTexts } from '../../capabilities/places/texts.ts'
import { programmesServer } from '../../capabilities/programmes/server.ts'
import { programmesTexts } from '../../capabilities/programmes/texts.ts'
import { surveysServer } from '../../capabilities/surveys/server.ts'
import { surveysTexts } from '../../capabilities/surveys/texts.ts'
import { volunteersServer } from '../../capabilities/volunteers/server.ts'
import { volunteersTexts } from '../../capabilities/volunteers/texts.ts'
import { workshopsServer } from '../../capabilities/workshops/server.ts'
import { workshopsTexts } from '../../capabilities/workshops/texts.ts'
import type { Texts } from '../../kernel/text.ts'
import type { ServerCapability } from '../../platform/server/capability.ts'
import { platformTexts } from '../../platform/server/texts.ts'

/** Lower floors first: their tables are made before those that point at them. */
export const serverCapabilities: readonly ServerCapability[] = [
  placesServer,
  programmesServer,
  lettersServer,
  peopleServer,
  agenciesServer,
  accountsServer,
  observationsServer,
  institutionsServer,
  meetingsServer,
  volunteersServer,
  workshopsServer,
  surveysServer,
  mapsServer,
  auditingServer,
]

/** Every sentence that the server may say. */
export const catalogue: Texts = {
  ...platformTexts,
  ...placesTexts,
  ...programmesTexts,
  ...lettersTexts,
  ...peopleTexts,
  ...agenciesTexts,
  ...observationsTexts,
  ...institutionsTexts,
  ...accountsTexts,
  ...meetingsTexts,
  ...volunteersTexts,
  ...workshopsTexts,
  ...surveysTexts,
  ...mapsTexts,
  ...auditingTexts,
}
