// The words of volunteers: its refusals, and what its screens and paper say.
import { texts } from '../../kernel/text.ts'
import { volunteersRefusals } from './refusal-texts.ts'
import { volunteersScreenTexts } from './screen-texts.ts'

export const volunteersTexts = texts({ ...volunteersRefusals, ...volunteersScreenTexts })
