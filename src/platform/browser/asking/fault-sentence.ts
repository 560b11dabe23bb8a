import { translate } from '../language.ts'
import { askingTexts } from './asking-texts.ts'
import type { Fault } from './fault.ts'

const t = translate(askingTexts)

/** The fault in one line, where there is no room for more: the server's own sentence before ours. */
export const faultSentence = ({ kind, message }: Fault): string =>
  kind === 'offline' || message === '' ? `${t(kind)}. ${t(`${kind}-why`)}` : message
