// Every sentence the server may say about surveys. Rooms write theirs beside their rules and are composed here.
import { texts } from '../../kernel/text.ts'
import { surveysRefusals } from './refusal-texts.ts'
import { registryTexts } from './registry/registry-texts.ts'

export const surveysTexts = texts({
  ...surveysRefusals,
  ...registryTexts,
})
