// Kop surat: what stands above the letters and how they are numbered, with the paper beside it as it changes.
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import './letters.css'
import { useState } from 'react'
import { useSearch } from 'wouter'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { headRow, letterRow } from '../apply.ts'
import { useLetterhead } from '../door.browser.tsx'
import { type Block, blockCollection, emptyBody, type Letter, letterCollection } from '../letter.ts'
import {
  type Letterhead,
  letterheadCollection,
  type Office,
  offices,
  seriesChoices,
  setLetterhead,
} from '../letterhead.ts'
import { numberParts, numberText } from '../number.ts'
import { LetterPaper } from '../print/LetterPaper.tsx'
import { PaperDesk } from '../print/PaperDesk.tsx'
import { whyNotSetLetterhead } from '../rules.ts'
import { lettersTexts } from '../texts.ts'
import { type HeadDraft, headFaults, headOf, startHead } from './head-draft.ts'
import { readLogo } from './logo.ts'
import { t } from './words.ts'

export default function LetterheadScreen({ place }: ScreenProps) {
  const office: Office = new URLSearchParams(useSearch()).get('dari') === 'board' ? 'board' : 'village'
  const head = useLetterhead(office)
  const roles = useRoles(place)
  const may = setLetterhead.roles.some((role) => roles.includes(role as never))
  return (
    <Page
      title={t('letters.head-title')}
      width="wide"
      subtitle={t('letters.head-hint')}
      back={{ href: `/d/${place}/surat`, label: t('letters.back-to-book') }}
    >
      <Stack>
        <Tabs
          label={t('letters.office')}
          tabs={offices.map((each) => ({
            href: `/d/${place}/surat/kop?dari=${each}`,
            label: t(`letters.office-${each}`),
            current: each === office,
          }))}
        />
        {may ? (
          <HeadForm key={`${office} ${head?.id ?? ''}`} place={place} office={office} head={head} />
        ) : (
          <Notice tone="info">{t('letters.not-allowed')}</Notice>
        )}
      </Stack>
    </Page>
  )
}

function HeadForm({ place, office, head }: { place: string; office: Office; head: Letterhead | undefined }) {
  const name = usePlaceName(place)
  const heads = useRows<Letterhead>(letterheadCollection)
  const letters = useRows<Letter>(letterCollection)
  const blocks = useRows<Block>(blockCollection)
  const [id] = useState(newId)
  const [badLogo, setBadLogo] = useState(false)
  const now = today(zoneOf(place))
  const form = useCommandForm({
    ...{ place, screen: 'letters.head', record: `${office} ${head?.version ?? 0}`, says: [lettersTexts] },
    start: () => startHead(head, office, name),
    input: (draft) => headOf(draft, { id, office, basedOn: head?.version ?? 0, kinds: head?.kinds ?? [] }),
    rules: (input, draft) => [
      ...headFaults(draft),
      ...whyNotSetLetterhead(input, heads, [...letters, ...blocks], now),
    ],
    fieldOf: (path) => path.replace('numbering.', ''),
    give: (phone, input, taken) => phone.give(setLetterhead, place, input, taken),
    saved: t('letters.head-saved'),
    to: `/d/${place}/surat`,
  })
  const { draft, set, field, input } = form
  const pick = async ([file]: File[]) => {
    if (!file) return
    const logo = await readLogo(file)
    setBadLogo(!logo)
    if (logo) set({ logo })
  }
  const row = headRow(input)
  const text = (
    name: Exclude<keyof HeadDraft, 'logo'>,
    label: string,
    max: number,
    optional = true,
    hint?: string,
  ) => (
    <TextField
      {...field(name, label)}
      hint={hint}
      optional={optional ? t('letters.optional') : undefined}
      maxLength={max}
    />
  )
  return (
    <Stack gap={5}>
      <div className="letters-beside">
        <div className="letters-paper">
          <Section
            title={t('letters.preview')}
            tone="plain"
            subtitle={head && t('letters.head-version', { version: head.version })}
          >
            <PaperDesk>
              <LetterPaper letter={sampleOf(row, now)} head={row} fallback={name.title} size="f4" />
            </PaperDesk>
          </Section>
        </div>
        <CommandForm form={form} submit={t('letters.head-save')} look={{ icon: 'check' }}>
          <TextArea
            {...field('upper', t('letters.head-upper'))}
            hint={t('letters.head-upper-hint')}
            optional={t('letters.optional')}
            rows={3}
          />
          {text('name', t('letters.head-name'), 120, false)}
          {text('address', t('letters.head-address'), 240)}
          {text('contact', t('letters.head-contact'), 160)}
          <FileField
            name="logo"
            label={t('letters.head-logo')}
            hint={t('letters.head-logo-hint')}
            optional={t('letters.optional')}
            files={draft.logo ? [{ id: 'logo', name: t('letters.head-logo'), thumbnail: draft.logo }] : []}
            onAdd={pick}
            onRemove={() => set({ logo: null })}
            addLabel={t('letters.head-logo-add')}
            removeLabel={(name) => t('letters.head-logo-remove', { name })}
            icon="file"
            accept="image/png,image/jpeg,image/webp"
            multiple={false}
            error={badLogo ? form.sentence({ code: 'letters.head-logo-bad' }) : undefined}
          />
          {text('city', t('letters.head-city'), 80, false)}
          {text('headTitle', t('letters.head-of'), 120, false)}
          <FormRow>
            {text('headName', t('letters.head-of-name'), 120)}
            {text('headNumber', t('letters.head-of-number'), 60)}
          </FormRow>
          <Section title={t('letters.head-numbering')}>
            <Stack gap={3}>
              {text('unit', t('letters.head-unit'), 20, false, t('letters.head-unit-hint'))}
              {text(
                'format',
                t('letters.head-format'),
                100,
                false,
                t('letters.head-format-hint', { parts: numberParts.join(' ') }),
              )}
              <FormRow>
                <SelectField
                  {...field('pad', t('letters.head-pad'))}
                  options={['1', '2', '3', '4', '5'].map((pad) => ({
                    value: pad,
                    label: '7'.padStart(Number(pad), '0'),
                  }))}
                />
                <SelectField
                  {...field('seriesBy', t('letters.head-series'))}
                  options={seriesChoices.map((each) => ({ value: each, label: t(`letters.series-${each}`) }))}
                />
              </FormRow>
              <p className="rb-number">{t('letters.head-example', { number: exampleOf(row, now) })}</p>
            </Stack>
          </Section>
        </CommandForm>
      </div>
    </Stack>
  )
}

const exampleOf = (head: Letterhead, date: string) =>
  numberText(head, { kind: 'invitation', classification: '000.1.5', number: 7, date })

function sampleOf(head: Letterhead, date: string): Letter {
  return letterRow(
    {
      id: 'sample',
      office: head.office,
      letterhead: head.id,
      enrolment: null,
      kind: 'invitation',
      classification: '000.1.5',
      date,
      subject: t('letters.head-sample-title'),
      addressee: ['Ketua RW 03'],
      body: { ...emptyBody, salutation: 'Dengan hormat,', paragraphs: [t('letters.head-sample-text')] },
      about: [],
      numbered: null,
    },
    head,
    7,
  )
}
