// The definitions that hold at a place, and importing a changed one as a new version.

import { useState } from 'react'
import { nation } from '../../../kernel/place-code.ts'
import { Problem } from '../../../platform/browser/api.ts'
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { giveStraight } from '../../../platform/browser/sync/straight.ts'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { FileField } from '../../../platform/browser/ui/form/FileField.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { DataTable } from '../../../platform/browser/ui/records/DataTable.tsx'
import { importDefinition } from '../enrolment.ts'
import type { DefinitionEntry } from '../overview.ts'
import { t } from './all-words.ts'
import { tellsApart, useDefinitions } from './use-definitions.ts'
import { words } from './words.tsx'

type Imported = { id: string; version: number }

function Import({ area, onDone }: { area: string; onDone: () => void }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [reasons, setReasons] = useState<string[]>([])
  const take = async (file: File | undefined) => {
    if (!file) return
    const input = { file: file.name.slice(0, 120), text: await file.text() }
    try {
      const { id, version } = (await giveStraight(phone, importDefinition, area, input)) as Imported
      setReasons([])
      announce(t('definitions.imported', { id, version }))
      onDone()
    } catch (error) {
      setReasons(error instanceof Problem ? error.errors.map((each) => each.message) : [t('enrol.offline')])
    }
  }
  return (
    <Section title={t('definitions.import')} subtitle={t('definitions.import-why')}>
      <RefusalList
        title={t('definitions.refused')}
        tone="refused"
        announce
        reasons={reasons.map((text) => ({ text }))}
      />
      <FileField
        name="definition"
        label={t('definitions.file')}
        addLabel={t('definitions.pick')}
        removeLabel={(name) => t('stage.archive-remove', { name })}
        icon="file"
        accept=".yaml,.yml,text/yaml"
        multiple={false}
        files={[]}
        onAdd={(files) => void take(files[0])}
        onRemove={() => undefined}
      />
    </Section>
  )
}

function standing({ newest, replacedBy }: DefinitionEntry): string {
  if (replacedBy.length > 0) return t('definitions.replaced', { by: replacedBy.map(words).join(' / ') })
  return newest ? t('definitions.newest') : t('definitions.older')
}

function Where({ place }: { place: string }) {
  const { title } = usePlaceName(place)
  return <>{place === nation ? t('definitions.shipped') : title}</>
}

export default function DefinitionsScreen({ params }: ScreenProps) {
  const area = params.area ?? nation
  const [times, setTimes] = useState(0)
  const { entries, answer } = useDefinitions(area, times)
  const mayImport = useRoles(area).some((role) => importDefinition.roles.includes(role))
  return (
    <Page
      title={t('definitions.title')}
      subtitle={usePlaceName(area).title}
      width="wide"
      back={{ href: '/', label: t('mine.title') }}
    >
      {!entries && <AnswerRest answer={answer} label={t('definitions.title')} />}
      {entries && (
        <DataTable
          caption={t('definitions.title')}
          captionHidden
          rows={entries}
          rowKey={(entry) => entry.key}
          columns={[
            {
              key: 'title',
              header: t('mine.programme'),
              cell: (entry) => (
                <>
                  {words(entry.title)} <small>{tellsApart(entry)}</small>
                </>
              ),
            },
            {
              key: 'version',
              header: t('definitions.version', { version: '' }).trim(),
              number: true,
              cell: (entry) => String(entry.version),
            },
            {
              key: 'place',
              header: t('definitions.place'),
              cell: (entry) => <Where place={entry.place} />,
            },
            {
              key: 'newest',
              header: t('mine.status'),
              cell: (entry) => (
                <StatusBadge status={entry.newest ? 'done' : 'archive'} label={standing(entry)} />
              ),
            },
          ]}
        />
      )}
      {mayImport && <Import area={area} onDone={() => setTimes(times + 1)} />}
    </Page>
  )
}
