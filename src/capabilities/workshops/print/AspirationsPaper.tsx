// The aspirations on paper, by group and theme. Without the part of the village: beside a small group it would tell who spoke.
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { useRows } from '../../../platform/browser/hooks.tsx'
import { LogLine } from '../../../platform/browser/paper/LogLine.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { listScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { PrintSheet } from '../../../platform/browser/ui/print/PrintSheet.tsx'
import { aspirationCollection, aspirationGroups, groupTitles } from '../aspiration.ts'
import { workshopsScreenTexts } from '../screen-texts.ts'
import { useAspirations } from '../screens/AspirationsScreen.tsx'
import { noteReaders, type Theme, themeCollection } from '../session.ts'
import { t } from '../words.browser.ts'

function Sheet({ place }: { place: string }) {
  const { shown } = useAspirations()
  const { title } = usePlaceName(place)
  const themes = new Map(useRows<Theme>(themeCollection).map((theme) => [theme.id, theme.title]))
  return (
    <div lang="id">
      <PrintSheet look="plain" title="Aspirasi dan harapan warga miskin dan kelompok marjinal" number={title}>
        {aspirationGroups.map((group) => {
          const rows = shown.filter((row) => row.group === group)
          if (rows.length === 0) return null
          return (
            <section key={group}>
              <h2>
                {groupTitles[group][0]} ({rows.length})
              </h2>
              <ul>
                {rows.map(({ id, text, theme }) => (
                  <li key={id}>
                    {text}
                    {theme && themes.has(theme) && <em> ({themes.get(theme)})</em>}
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
        <LogLine />
      </PrintSheet>
    </div>
  )
}

function AspirationsPaper({ place }: ScreenProps) {
  return (
    <Page
      title={t('aspirations.print')}
      width="wide"
      back={{ href: `/d/${place}/fgd/aspirasi${location.search}`, label: t('aspirations.title') }}
    >
      <Stack>
        <div data-print="hide">
          <Button variant="primary" icon="printer" onClick={() => window.print()}>
            {t('sheet.print')}
          </Button>
        </div>
        <Sheet place={place} />
      </Stack>
    </Page>
  )
}

export default listScreen(
  {
    ...{ collection: aspirationCollection, icon: 'megaphone', readers: noteReaders },
    title: workshopsScreenTexts['workshops.title'],
  },
  AspirationsPaper,
)
