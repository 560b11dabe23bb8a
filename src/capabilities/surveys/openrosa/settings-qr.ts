// What ODK Collect and KoboCollect read from a QR code to be set up: base64 of zlib of JSON with the keys general, admin
// and project (getodk/docs, collect-import-export). Made where the secret is, on the phone that registers the device.

export type CollectSettings = {
  /** Where the house is reached from the enumerator's phone, without a path. */
  origin: string
  /** The device's secret. */
  secret: string
  /** Name of the village or survey, as the project is called in Collect. */
  project: string
  /** Of the app itself. */
  language: 'id' | 'en'
}

/** The address that is typed where no QR code can be read: the secret is part of it. */
export const serverUrl = ({ origin, secret }: Pick<CollectSettings, 'origin' | 'secret'>): string =>
  `${origin.replace(/\/+$/, '')}/odk/k/${secret}`

/** As JSON: match_exactly keeps the list of forms as the village's; sent by itself whenever there is a network. */
function settingsJson(settings: CollectSettings): string {
  return JSON.stringify({
    general: {
      protocol: 'odk_default',
      server_url: serverUrl(settings),
      form_update_mode: 'match_exactly',
      periodic_form_updates_check: 'every_fifteen_minutes',
      autosend: 'wifi_and_cellular',
      // Android still calls Indonesian so.
      app_language: settings.language === 'id' ? 'in' : 'en',
    },
    admin: {},
    project: { name: settings.project, icon: settings.project.slice(0, 1).toUpperCase(), color: '#1f6f54' },
  })
}

/** The text of the QR code. */
export async function settingsQr(settings: CollectSettings): Promise<string> {
  const packed = new Blob([settingsJson(settings)]).stream().pipeThrough(new CompressionStream('deflate'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
