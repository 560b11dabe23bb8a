// What the app of a page shows the server beside the cookie, for what a journey asks in its name.
import type { Page } from 'playwright-core'

export type FeedRow = { collection: string; id: string; value: unknown }

const asks = new WeakMap<Page, Record<string, string>>()
/** What the app of this page shows the server, beside the cookie that goes by itself. */
export const askingOf = (page: Page): Record<string, string> => asks.get(page) ?? {}

/** Remembers by what the app of this page shows that it is open, as it asks the server. */
export function watchAsking(page: Page): void {
  page.on('request', (request) => {
    const { 'x-rembug-half': half, 'x-rembug-account': account } = request.headers()
    if (half && account) asks.set(page, { 'x-rembug-half': half, 'x-rembug-account': account })
  })
}
