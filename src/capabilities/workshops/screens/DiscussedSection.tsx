// Which themes of its programme a workshop discussed: ticked while it is open, and afterwards.
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { usePlaceView, useRow } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Meeting } from '../../meetings/meeting.ts'
import { enrolmentsOf } from '../../programmes/serving.ts'
import { themesOf, whyNotBegun } from '../rules.ts'
import { discussTheme, type Session, sessionCollection } from '../session.ts'
import { may, t } from '../words.browser.ts'

export function DiscussedSection({ place, meeting }: { place: string; meeting: Meeting }) {
  const view = usePlaceView()
  const { give } = useGiving()
  const mayTick = may(useRoles(place), discussTheme) && whyNotBegun(view, meeting.id).length === 0
  const discussed = useRow<Session>(sessionCollection, meeting.id)?.themes ?? []
  const themes = enrolmentsOf(meeting)
    .flatMap((enrolment) => themesOf(view, enrolment))
    .filter((each) => !each.withdrawn || discussed.includes(each.id))
  if (themes.length === 0)
    return meeting.kind === 'thematic' ? (
      <Section title={t('themes.discussed-title')}>
        <LinkButton href={`/d/${place}/fgd/tema`} icon="plus">
          {t('themes.new')}
        </LinkButton>
      </Section>
    ) : null
  const change = (next: readonly string[]) => {
    const [theme] = [
      ...next.filter((each) => !discussed.includes(each)),
      ...discussed.filter((each) => !next.includes(each)),
    ]
    if (!theme) return
    const input = { meeting: meeting.id, theme, discussed: next.includes(theme) }
    void give((phone) => phone.give(discussTheme, place, input))
  }
  return (
    <Section title={t('themes.discussed-title')}>
      {mayTick ? (
        <CheckCards
          name="themes"
          label={t('themes.discussed-label')}
          values={[...discussed]}
          onChange={change}
          choices={themes.map(({ id, title }) => ({ value: id, label: title }))}
        />
      ) : (
        <p>
          {themes
            .filter(({ id }) => discussed.includes(id))
            .map(({ title }) => title)
            .join(', ') || t('themes.not-yet')}
        </p>
      )}
    </Section>
  )
}
