// Every sentence the server may say about surveys. Rooms write theirs beside their rules and are composed here.
import { type Text, texts } from '../../kernel/text.ts'
import { faultCodes } from '../../xlsform/faults/fault-texts.ts'
import { agreeingRefusals } from './agreeing/agreeing-texts.ts'
import { checkingTexts } from './checking/checking-texts.ts'
import { figureRefusals } from './figures/figure-texts.ts'
import { institutionRefusals } from './institutions/institution-texts.ts'
import { measureRefusals } from './measure/measure-texts.ts'
import { openRosaTexts } from './openrosa/openrosa-texts.ts'
import { surveysRefusals } from './refusal-texts.ts'
import { registryTexts } from './registry/registry-texts.ts'
import { reviewTexts } from './review/review-texts.ts'
import { tablesRefusals } from './tables/tables-texts.ts'
import { tokenRefusals } from './tokens/token-texts.ts'

/** The compiler has sentences of its own; a refusal brings them along, filled. */
const formFaults: Readonly<Record<string, Text>> = Object.fromEntries(
  faultCodes.map((code) => [`xlsform.${code}`, ['{saidId}', '{saidEn}']]),
)

export const surveysTexts = texts({
  ...surveysRefusals,
  ...agreeingRefusals,
  ...institutionRefusals,
  ...openRosaTexts,
  ...tokenRefusals,
  ...formFaults,
  ...registryTexts,
  ...checkingTexts,
  ...reviewTexts,
  ...tablesRefusals,
  ...figureRefusals,
  ...measureRefusals,
})
