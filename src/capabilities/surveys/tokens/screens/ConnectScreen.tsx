// Excel and Power BI: a connection is made, its password shown once, and those that there are, with who made them and what they read.
import '../../screens/surveys.css'
import './connect.css'
import { useState } from 'react'
import { addDays } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { worksInVillage } from '../../../../kernel/role.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { useOnline, usePhone, useRow, useRows } from '../../../../platform/browser/hooks.tsx'
import { translate } from '../../../../platform/browser/language.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { CheckField } from '../../../../platform/browser/ui/form/CheckField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { newSecret } from '../../screens/new-secret.ts'
import { type Fresh, useFresh } from '../../screens/use-fresh.ts'
import { dayText, surveyPath, todayAt } from '../../screens/words.ts'
import { type SurveyRow, surveyCollection } from '../../survey.ts'
import { surveysTexts } from '../../texts.ts'
import { mayRead } from '../rules.ts'
import { issueToken, type TokenRow, tokenCollection, tokenDays, tokenPrefix, tokensMost } from '../token.ts'
import { Connections, standingOf } from './Connections.tsx'
import { connectTexts } from './connect-texts.ts'
import { Secret } from './Secret.tsx'

const c = translate(connectTexts)

type MakeProps = { place: string; survey: string; onMade: (made: Fresh, command: string) => void }

function Make({ place, survey, onMade }: MakeProps) {
  const [{ id, secret }] = useState(() => ({ id: newId(), secret: tokenPrefix + newSecret() }))
  const mayPersonal = mayRead(useRoles(place), { personal: true })
  const online = useOnline()
  const form = useCommandForm({
    ...{ place, screen: 'surveys.token', says: [surveysTexts], command: issueToken },
    start: () => ({ name: '', days: '30', personal: false }),
    input: ({ name, days, personal }) => ({
      ...{ id, survey, secret, name: name.trim(), days: Number(days), personal: personal && mayPersonal },
    }),
    give: async (phone, input, taken) => onMade(input, await phone.give(issueToken, place, input, taken)),
  })
  const days = tokenDays.map((many) => ({
    value: String(many),
    label: c('connect.days-of', { days: many, until: dayText(addDays(todayAt(place), many)) }),
  }))
  return (
    <Section title={c('connect.new')} subtitle={c('connect.new-why')}>
      <CommandForm form={form} submit={online ? c('connect.make') : undefined}>
        <TextField
          {...form.field('name', c('connect.name'))}
          hint={c('connect.name-hint')}
          maxLength={80}
          autoComplete="off"
        />
        <SelectField
          {...form.field('days', c('connect.days'))}
          options={days}
          hint={c('connect.days-hint')}
        />
        {mayPersonal ? (
          <CheckField
            name="personal"
            label={c('connect.personal')}
            hint={c('connect.personal-why')}
            checked={form.draft.personal}
            onChange={(personal) => form.set({ personal })}
          />
        ) : (
          <p className="rb-hint">{c('connect.open-only')}</p>
        )}
        {!online && <Notice tone="offline">{c('connect.offline')}</Notice>}
      </CommandForm>
    </Section>
  )
}

const isEncrypted = () =>
  location.protocol === 'https:' || /^(localhost|127\.|\[::1\])/.test(location.hostname)

export default function ConnectScreen({ place, params }: ScreenProps) {
  const id = params.id ?? ''
  const survey = useRow<SurveyRow>(surveyCollection, id)
  const here = worksInVillage(useRoles(place))
  const { account } = usePhone().open
  const tokens = useRows<TokenRow>(tokenCollection).filter((each) => each.survey === id)
  const own = tokens.filter((each) => each.account === account.id && standingOf(each) === 'works')
  const { fresh, sent, made, onClose } = useFresh()
  return (
    <Page
      title={c('connect.title')}
      subtitle={survey?.title}
      back={{ href: surveyPath(place, id, 'unduh'), label: c('connect.back') }}
      width="narrow"
    >
      <Stack gap={5}>
        {!here && <Notice tone="info">{c('connect.not-you')}</Notice>}
        {here && !isEncrypted() && (
          <Notice tone="warn" title={c('connect.http')}>
            {c('connect.http-why')}
          </Notice>
        )}
        {fresh && <Secret {...{ place, survey: id, fresh, sent, onClose }} />}
        {here && !fresh && own.length >= tokensMost && (
          <Notice tone="info">{c('connect.most', { most: tokensMost })}</Notice>
        )}
        {here && !fresh && own.length < tokensMost && <Make place={place} survey={id} onMade={made} />}
        {here && <Connections {...{ place, survey: id, tokens }} />}
      </Stack>
    </Page>
  )
}
