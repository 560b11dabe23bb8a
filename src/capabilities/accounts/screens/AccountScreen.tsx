// /akun: who I am, what I hold, my second factor, my devices, my password, leaving.
import './accounts.css'
import { useState } from 'react'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { usePreferences } from '../../../platform/browser/preferences.ts'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Switch } from '../../../platform/browser/ui/page/Switch.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { Mine } from '../account.ts'
import { d } from '../desk-words.browser.ts'
import { g } from '../words.browser.ts'
import { AlarmsSection } from './AlarmsSection.tsx'
import { DevicesSection } from './DevicesSection.tsx'
import { LeaveSection } from './LeaveSection.tsx'
import { LockLabel } from './LockLabel.tsx'
import { OnBehalfList } from './OnBehalfList.tsx'
import { PasswordSection } from './PasswordSection.tsx'
import { RolesSection } from './RolesSection.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'

export default function AccountScreen() {
  const answer = useAnswer<Mine>('accounts.mine', {})
  const preferences = usePreferences()
  return (
    <Page title={d('accounts.my-account')} width="narrow">
      {answer.value ? (
        <Known mine={answer.value} again={answer.again} />
      ) : (
        <AnswerRest answer={answer} label={g('accounts.loading')} shape="cards" />
      )}
      <Section title={g('accounts.settings')}>
        <Stack>
          {preferences.map((each) => (
            <Switch key={each.name} {...each} name={`mine-${each.name}`} />
          ))}
        </Stack>
      </Section>
      <LockLabel />
      <LeaveSection />
    </Page>
  )
}

function Known({ mine, again }: { mine: Mine; again: () => void }) {
  const [round, setRound] = useState(0)
  const refresh = () => {
    setRound(round + 1)
    again()
  }
  return (
    <>
      <Section title={d('accounts.who')}>
        <FactGrid
          facts={[
            { label: g('accounts.name'), value: mine.name },
            { label: g('accounts.new-user'), value: mine.user },
            { label: g('accounts.phone'), value: mine.phone ?? '–' },
          ]}
        />
      </Section>
      <RolesSection mine={mine} onChanged={refresh} />
      <SecondFactorSection mine={mine} onChanged={refresh} />
      <DevicesSection mine={mine} onChanged={refresh} />
      <Section title={d('accounts.on-behalf')}>
        <OnBehalfList issued={mine.issued} />
      </Section>
      {mine.holdings
        .filter(({ role }) => role === 'privacy-officer')
        .map(({ id, place }) => (
          <AlarmsSection key={id} place={place} />
        ))}
      <PasswordSection onChanged={refresh} />
    </>
  )
}
