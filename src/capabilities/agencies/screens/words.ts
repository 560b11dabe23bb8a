// How who is who is said on its screens.
import { fill } from '../../../kernel/text.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import type { Agency, Post } from '../agency.ts'
import { agencyWords } from '../kinds.ts'
import { postTitle, termText } from '../saying.ts'
import { agenciesTexts } from '../texts.ts'

export const t = translate(agenciesTexts)
export const kindOf = ({ kind }: Pick<Agency, 'kind'>): string => fill(agencyWords(kind).name, language())
export const titleOf = (post: Post): string => postTitle(post, language())
export const termOf = (of: Pick<Post, 'from' | 'until'>): string => termText(of, language())
