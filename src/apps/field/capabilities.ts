// The field app's list of capabilities. Nothing below imports this file.
import { accountsField } from '../../capabilities/accounts/field.ts'
import { lettersField } from '../../capabilities/letters/field.ts'
import { meetingsField } from '../../capabilities/meetings/field.ts'
import { peopleField } from '../../capabilities/people/field.ts'
import { placesField } from '../../capabilities/places/field.ts'
import { programmesField } from '../../capabilities/programmes/field.ts'
import { surveysField } from '../../capabilities/surveys/field.ts'
import { volunteersField } from '../../capabilities/volunteers/field.ts'
import type { FieldCapability } from '../../platform/browser/capability.ts'
import type { Applies } from '../../platform/browser/local/view.ts'

export const capabilities: readonly FieldCapability[] = [
  programmesField,
  meetingsField,
  volunteersField,
  surveysField,
  peopleField,
  lettersField,
  placesField,
  accountsField,
]

export const applies: Applies = Object.assign(
  {},
  ...capabilities.map((capability) => capability.applies ?? {}),
)
export const givers = capabilities.flatMap((capability) => (capability.facts ? [capability.facts] : []))
export const tabs = capabilities
  .flatMap((capability) => capability.tabs ?? [])
  .sort((a, b) => a.order - b.order)
