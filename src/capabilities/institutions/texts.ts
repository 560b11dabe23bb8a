// The words of institutions: its refusals, and what its screens and paper say.
import { texts } from '../../kernel/text.ts'
import { pictureTexts } from './picture-texts.ts'
import { institutionsRefusals } from './refusal-texts.ts'
import { registerTexts } from './screen-texts.ts'

export const institutionsTexts = texts({ ...institutionsRefusals, ...registerTexts, ...pictureTexts })
