// What was typed about a person on this phone and is not sent yet: whoever typed it may still read it.
import { longDay } from '../../../kernel/day.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type Fact, FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { word } from '../hooks.browser.ts'
import {
  type ChangePerson,
  changePerson,
  type PersonChanges,
  type PersonInput,
  registerPerson,
} from '../person.ts'
import { screenTexts } from '../texts-screens.ts'
import { usePending } from './pending.ts'

const t = translate(screenTexts)

function factsOf(told: PersonChanges): Fact[] {
  const facts: Fact[] = []
  if (told.nik) facts.push({ label: t('field.nik'), value: told.nik })
  if (told.birthDate) facts.push({ label: t('field.birthDate'), value: longDay(told.birthDate, language()) })
  if (told.phone) facts.push({ label: t('field.phone'), value: told.phone })
  if (told.address) facts.push({ label: t('field.address'), value: told.address })
  if (told.disabilities?.length)
    facts.push({
      label: t('field.disabilities'),
      value: told.disabilities.map((each) => word('disability', each)).join(', '),
    })
  if (told.notes) facts.push({ label: t('field.notes'), value: told.notes })
  return facts
}

export function TypedHere({ id }: { id: string }) {
  const fresh = usePending<PersonInput>(registerPerson.name, id)
  const edits = usePending<ChangePerson>(changePerson.name, id)
  const facts = [
    ...fresh.filter(({ input }) => input.id === id).flatMap(({ input }) => factsOf(input)),
    ...edits.flatMap(({ input }) => factsOf(input.changes)),
  ]
  const latest = [...new Map(facts.map((fact) => [fact.label, fact])).values()]
  if (latest.length === 0) return null
  return (
    <Section title={t('person.typed-here')}>
      <FactGrid facts={latest} />
    </Section>
  )
}
