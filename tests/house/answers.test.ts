// What a screen asks of the server may not come, for five reasons. Every question has a screen that says which.
import { expect, test } from 'vitest'
import { serverCapabilities } from '../../src/apps/server/capabilities.ts'
import { text as read, shipped } from './source.ts'

const texts = new Map(shipped().map((file) => [file, read(file)]))
const text = (file: string) => texts.get(file) ?? ''

const queries = serverCapabilities.flatMap((part) => part.queries ?? []).map(({ query }) => query.name)

/** Answers for other programs, by HTTP; no screen asks for them: it reads the copy of the village. */
const forPrograms = ['letters.register', 'people.counts', 'observations.list', 'meetings.upcoming']

/** What stands without an answer, so that a screen need not say why there is none. */
const beside: Readonly<Record<string, string>> = {
  'src/platform/browser/place-names.ts': 'the code of a place stands until its name is known',
  'src/capabilities/places/use-place-search.browser.ts': 'a search box, with its own words while one types',
  'src/capabilities/programmes/screens/VillageTicks.tsx': 'says it for each district, with its own button',
  'src/capabilities/accounts/screens/ConfirmQueue.tsx': 'the list below it asks the same, and says why',
  'src/capabilities/accounts/role-names.browser.tsx': 'roles stand as the house calls them',
  'src/capabilities/surveys/library/screens/use-survey-kinds.ts':
    'the form of an import says that kinds are not known',
  'src/capabilities/surveys/review/screens/use-surveyors.ts': 'numbers stand in for names',
}

const browser = [...texts.keys()].filter((file) =>
  /\.browser\.tsx?$|\.tsx$|\/screens\/|\/platform\/browser\/|\/print\//.test(file),
)
const asking = /\b(?:ask|useAnswer|useAsking)\s*[<(]/
const saying = /<AnswerRest|<AnswerFault|faultSentence\(/
const importersOf = (file: string) => {
  const name = file.split('/').at(-1)
  return browser.filter((other) => text(other).includes(`/${name}'`))
}

/** A file says why, or hands the answer to those that do. */
const says = (file: string): boolean =>
  saying.test(text(file)) ||
  (/\bAnswer<|\bFault\b/.test(text(file)) && importersOf(file).some((other) => saying.test(text(other))))

const askers = browser.filter(
  (file) =>
    asking.test(text(file)) && !file.startsWith('src/platform/browser/asking/') && !file.endsWith('/api.ts'),
)

test('whoever asks the server for a screen says there why an answer does not come', () => {
  const silent = askers.filter((file) => !says(file) && !(file in beside))
  expect(silent).toEqual([])
  expect(askers.length).toBeGreaterThan(15)
  expect(Object.keys(beside).filter((file) => !askers.includes(file))).toEqual([])
})

test('every query is asked by a screen that says so, or is for other programs', () => {
  // Where a query is declared, it may be given a name in code: `formDetail.name`.
  const declared = [...texts.values()].flatMap((of) => [
    ...of.matchAll(/const (\w+) = query\(\{\s*name: '([^']+)'/g),
  ])
  const nameOf = (query: string) => declared.find(([, , name]) => name === query)?.[1]
  const unasked = queries.filter((query) => {
    const name = nameOf(query)
    return !askers.some(
      (file) => text(file).includes(`'${query}'`) || (name && text(file).includes(`${name}.name`)),
    )
  })
  expect(unasked.toSorted()).toEqual(forPrograms.toSorted())
})

/** Screens of a village that may be empty without standing behind `listScreen` or `recordScreen`, which say who may not read. */
const openToAll: Readonly<Record<string, string>> = {
  'auditing/screens/LogScreen.tsx': 'asks the server',
  'letters/screens/NewLetterScreen.tsx': 'says first who may write letters',
  'places/screens/PlacesScreen.tsx': 'its tab is for its readers, and all of its names stand in the register',
  'programmes/screens/PlaceHomeScreen.tsx': 'whoever has a role in the village reads which programmes it has',
  'surveys/library/screens/FormsScreen.tsx': 'asks the server',
  'surveys/openrosa/screens/DevicesScreen.tsx': 'asks the server',
  'surveys/tables/screens/DataScreen.tsx': 'asks the server',
  'surveys/tables/screens/ChartsScreen.tsx': 'asks the server',
  'surveys/filling/screens/FillScreen.tsx': 'says of its own form why it does not open',
  'volunteers/screens/NewVolunteersScreen.tsx': 'says first who may register',
}

test('whoever may not read the records of a screen is not told that there are none', () => {
  const screens = [...texts.keys()]
    .filter((file) => file.endsWith('/manifest.ts'))
    .flatMap((file) =>
      [...text(file).matchAll(/about: 'place'[^}]*?import\('\.\/([^']+)'\)/g)].map(
        ([, screen]) => `${file.replace('manifest.ts', '')}${screen}`,
      ),
    )
  const bare = screens
    .filter((file) => /<EmptyState/.test(text(file)))
    .filter((file) => !/\b(?:list|record|recordOrNew)Screen\(/.test(text(file)))
    .map((file) => file.replace('src/capabilities/', ''))
  expect(screens.length).toBeGreaterThan(40)
  expect([...new Set(bare)].toSorted()).toEqual(Object.keys(openToAll).toSorted())
})

test('the browser itself fetches nothing that is somebody’s: what a screen shows or saves, the app asks for in their name', () => {
  const led = browser.filter((file) => /(?:href|src|action)=[^>]*(?:\/api\/|fileUrl\()/.test(text(file)))
  expect(led).toEqual([])
  const naming = browser.filter((file) => /\bfileUrl\b/.test(text(file)))
  expect(naming).toEqual(['src/platform/browser/stored-files.tsx', 'src/platform/browser/sync/uploads.ts'])
  // Any other asks without the half of the session, and is refused the day it is tried.
  const bare = browser.filter((file) => /\bfetch\((?!\)|manifest|stop)/.test(text(file)))
  expect(bare).toEqual(['src/platform/browser/api.ts'])
})
