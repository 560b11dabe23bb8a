// How surveys and their submissions are said on their screens.
import type { Command } from '../../../kernel/command.ts'
import { type Day, fullDay, longDay, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Role } from '../../../kernel/role.ts'
import type { Text } from '../../../kernel/text.ts'
import { language, say, translate } from '../../../platform/browser/language.ts'
import type { Status } from '../../../platform/browser/ui/feedback/status.ts'
import type { Words } from '../../programmes/definition.ts'
import type { SubmissionRow } from '../submission.ts'
import { type SurveyRow, surveyors } from '../survey.ts'
import { surveysTexts } from '../texts.ts'
import type { VisitState } from '../visits/visits.ts'
import { surveyTexts } from './survey-texts.ts'

export const t = translate(surveyTexts)
export const words = (text: Words): string => text[language()]
export const said = (text: Text | undefined): string => (text ? text[language() === 'id' ? 0 : 1] : '')
export const dayText = (day: Day): string => longDay(day, language())
export const dayInWords = (day: Day): string | undefined => (day ? fullDay(day, language()) : undefined)
export const todayAt = (place: string): Day => today(zoneOf(place))
export const numberText = (n: number, digits = 0): string =>
  new Intl.NumberFormat(language() === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: digits }).format(n)
export const percentOf = (part: number, all: number): number => (all > 0 ? Math.floor((part * 100) / all) : 0)

export const may = (roles: readonly Role[], command: Pick<Command<never>, 'roles'>): boolean =>
  roles.some((role) => command.roles.includes(role))

/** Who may know whose answers they are; officers above the village hold figures only. */
export const seesNames = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'village-head' || (surveyors as readonly Role[]).includes(role))

export const sentence = (refusal: Refusal): string => say(refusal, surveyTexts, surveysTexts)

export const visitStatus: Readonly<Record<VisitState, Status>> = {
  left: 'later',
  rejected: 'declined',
  draft: 'draft',
  unsent: 'waiting',
  returned: 'refused',
  waiting: 'next',
  approved: 'done',
}
export const visitText = (state: VisitState): string => t(`state.${state}`)

export function surveyLook(survey: SurveyRow): { status: Status; label: string } {
  if (survey.state === 'open') return { status: 'running', label: t('survey.state-open') }
  return survey.closed?.complete
    ? { status: 'done', label: t('survey.state-complete') }
    : { status: 'archive', label: t('survey.state-broken') }
}

export const waitingOf = ({ counts }: Pick<SurveyRow, 'counts'>): number => counts.received + counts.edited

export const nameOf = (submission: Pick<SubmissionRow, 'name'>): string =>
  submission.name || t('survey.nameless')

/** The address of a survey's screens. */
export const surveyPath = (place: string, survey: string, part = ''): string =>
  `/d/${place}/survei/${survey}${part && `/${part}`}`
