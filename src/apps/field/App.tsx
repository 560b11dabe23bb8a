// The field app: unlock first, then the frame with the screens of all capabilities.
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useState,
  useSyncExternalStore,
} from 'react'
import { Route, Switch } from 'wouter'
import { SignInGate, useArrivals } from '../../capabilities/accounts/door.browser.tsx'
import { factsHere } from '../../capabilities/programmes/told.ts'
import type { Screen } from '../../platform/browser/capability.ts'
import { PhoneProvider, PlaceScope } from '../../platform/browser/hooks.tsx'
import { language, onLanguage } from '../../platform/browser/language.ts'
import { type PlaceServices, PlaceServicesProvider } from '../../platform/browser/place-context.tsx'
import { Phone } from '../../platform/browser/sync/phone.ts'
import type { Unlocked } from '../../platform/browser/sync/session.ts'
import { f } from '../../platform/browser/texts.ts'
import { Announcer } from '../../platform/browser/ui/feedback/Announcer.tsx'
import { Loading } from '../../platform/browser/ui/feedback/Loading.tsx'
import { ComingPage } from '../../platform/browser/ui/page/Page.tsx'
import { manifests } from './capabilities.ts'
import { Frame, NotFound } from './Frame.tsx'
import { AutoLock, PinnedPlace, ScreenBoundary } from './guards.tsx'
import { linkOf } from './links.ts'
import { lazily } from './loading.ts'
import { outboxManifest } from './outbox.ts'
import { parts } from './parts.ts'

const services: PlaceServices = {
  factsOf: (view, enrolment) => factsHere(view, enrolment, parts.giver),
  linkOf,
  entries: () => import('../../platform/browser/entries.ts').then(({ composed }) => composed(manifests)),
  areas: manifests.flatMap(({ areas = [] }) => areas),
}
// The outbox speaks of all capabilities, so it stands beside their list and not in it.
const screens = [...manifests, outboxManifest].flatMap((manifest) =>
  manifest.screens.map((screen) => ({ ...screen, view: lazily(manifest, screen) })),
)
type Loaded = (typeof screens)[number]
/** Once the first screen stands and the phone has nothing else to do. */
const idle = () =>
  new Promise<void>((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => done(), { timeout: 2000 })
    else setTimeout(done, 500)
  })
/** Keeps letter numbers in stock while there is a line, so that letters can be issued without one. */
const LetterStock = lazy(async () => {
  await idle()
  const { LetterStock: Stock } = await import('../../capabilities/letters/door.browser.tsx')
  return { default: Stock }
})
const waiting = () => (
  <ComingPage>
    <Loading label={f('frame.loading')} />
  </ComingPage>
)

function Shown({ screen, params }: { screen: Loaded; params: Record<string, string> }) {
  const { place = '', ...rest } = params
  const [attempt, again] = useReducer((count: number) => count + 1, 0)
  const View = screen.view()
  return (
    <ScreenBoundary
      key={`${screen.path}:${JSON.stringify(params)}:${attempt}`}
      back={screen.about === 'place' ? `/d/${place}` : '/'}
      again={again}
    >
      <Suspense fallback={waiting()}>
        <View place={place} params={rest} />
      </Suspense>
    </ScreenBoundary>
  )
}

const pathOf = (screen: Screen) =>
  screen.about === 'place' ? `/d/:place${screen.path ? `/${screen.path}` : ''}` : screen.path

/** Screens that anybody may open without a local copy: sign-in, invitation, set-up. */
function OpenScreens({ otherwise }: { otherwise: React.ReactNode }) {
  return (
    <Switch>
      {screens
        .filter((screen) => screen.about === 'anybody')
        .map((screen) => (
          <Route key={screen.path} path={screen.path}>
            {(params) => <Shown screen={screen} params={params as Record<string, string>} />}
          </Route>
        ))}
      <Route>{otherwise}</Route>
    </Switch>
  )
}

function Screens() {
  return (
    <Switch>
      {screens
        .filter((screen) => screen.about !== 'anybody')
        .map((screen) => (
          <Route key={screen.path + screen.about} path={pathOf(screen)}>
            {(params) => {
              const known = params as Record<string, string>
              const shown = <Shown screen={screen} params={known} />
              return (
                <Frame place={screen.about === 'place' ? known.place : undefined}>
                  {screen.about === 'place' ? (
                    <PinnedPlace place={known.place ?? ''}>
                      <PlaceScope place={known.place ?? ''} loading={waiting()}>
                        {shown}
                        <Suspense fallback={null}>
                          <LetterStock place={known['place'] ?? ''} />
                        </Suspense>
                      </PlaceScope>
                    </PinnedPlace>
                  ) : (
                    shown
                  )}
                </Frame>
              )
            }}
          </Route>
        ))}
      <Route>
        <Frame>
          <NotFound />
        </Frame>
      </Route>
    </Switch>
  )
}

export function App() {
  // A change of language draws everything anew; what was typed into the outbox is not touched by it.
  const spoken = useSyncExternalStore(onLanguage, language)
  const [phone, setPhone] = useState<Phone | null>(null)
  const unlocked = useCallback((open: Unlocked) => {
    const next = new Phone(open, parts)
    // What waits to be sent is known before the first screen is drawn, so the bar never says "all sent" too early.
    void next.refresh().then(() => {
      setPhone(next)
      void next.sync()
    })
  }, [])
  const lock = useCallback(() => {
    phone?.close()
    setPhone(null)
  }, [phone])
  useArrivals(lock)
  useEffect(() => () => phone?.close(), [phone])
  const inside = useMemo(
    () =>
      phone && (
        <PhoneProvider value={phone}>
          <PlaceServicesProvider value={services}>
            <AutoLock onLock={lock}>
              <Screens />
            </AutoLock>
          </PlaceServicesProvider>
        </PhoneProvider>
      ),
    [phone, lock],
  )
  return (
    <Announcer key={spoken} closeLabel={f('frame.close')}>
      <OpenScreens otherwise={inside ?? <SignInGate onUnlocked={unlocked} />} />
    </Announcer>
  )
}
