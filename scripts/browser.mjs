// Finds a Chromium that really starts: CHROMIUM, then one of this machine, then the one that npm carries.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
const usual = [
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * What to hand to playwright's `launch`. `from` says where it was found, for people.
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string>, from: string }} Found
 */

/** Root, and most containers, cannot have Chromium's own sandbox; our journeys open only our own pages. */
const commonArgs = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
]

/** Browsers of this machine, in the order they are tried. */
export function onThisMachine() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...usual].filter(
    existsSync,
  )
}

/**
 * Shows a page. A browser that is only a file, lacks a library or is a stub of a package manager fails here.
 * @param {Found} found
 * @returns {Promise<string | null>} why it does not start
 */
async function whyNotStarting({ executablePath, args, env }) {
  const { chromium } = await import('playwright-core')
  try {
    const browser = await chromium.launch({
      executablePath,
      args,
      env: { ...process.env, ...env },
      timeout: 45_000,
    })
    try {
      const page = await browser.newPage()
      await page.setContent('<p>rembug</p>', { timeout: 20_000 })
      return (await page.textContent('p', { timeout: 5_000 })) === 'rembug' ? null : 'it shows no page'
    } finally {
      await browser.close()
    }
  } catch (error) {
    const lines = String(error?.message ?? error).split('\n')
    return lines.find((line) => /cannot|no such|error while/i.test(line)) ?? lines[0] ?? 'unknown'
  }
}

/** Told in a process of its own: the package looks at these settings when it is loaded, and unpacks 200 MB. */
const unpack = `import('@sparticuz/chromium').then(m => m.default.executablePath()).then(p => console.log(p))`

/** @returns {Promise<Found | string>} the browser of the optional package @sparticuz/chromium, or why there is none */
export async function fromNpm() {
  if (!existsSync(join(root, 'node_modules/@sparticuz/chromium')))
    return 'npm did not install @sparticuz/chromium'
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return 'the one from npm is for Linux on x64 only'
  const folder = join(root, 'node_modules/.cache/rembug/chromium')
  for (const attempt of [1, 2]) {
    mkdirSync(folder, { recursive: true })
    // The runtime's name makes it unpack the libraries that a bare machine lacks (nss, nspr and others).
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
    })
    const libraries = [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
    const found = {
      executablePath: run.stdout.trim(),
      args: [...commonArgs, '--no-zygote'],
      env: { LD_LIBRARY_PATH: libraries, FONTCONFIG_PATH: join(folder, 'fonts') },
      from: 'npm (@sparticuz/chromium)',
    }
    const why = run.status === 0 ? await whyNotStarting(found) : run.stderr.trim().split('\n').at(-1)
    if (!why) return found
    // Half unpacked by a run that was killed: once more from the start.
    rmSync(folder, { recursive: true, force: true })
    if (attempt === 2) return `the one from npm does not start: ${why}`
  }
  return 'unreachable'
}

/**
 * The first Chromium that starts, or null with a reason for each that does not.
 * @returns {Promise<{ found: Found | null, why: string[] }>}
 */
export async function lookForChromium() {
  const why = []
  const chosen = process.env.CHROMIUM
  const candidates = chosen ? [chosen] : [...new Set(onThisMachine())]
  for (const executablePath of candidates) {
    const found = { executablePath, args: commonArgs, env: {}, from: chosen ? 'CHROMIUM' : 'this machine' }
    const reason = existsSync(executablePath) ? await whyNotStarting(found) : 'there is no such file'
    if (!reason) return { found, why }
    why.push(`${executablePath}: ${reason}`)
  }
  if (chosen) return { found: null, why }
  if (candidates.length === 0) why.push(`none of ${names.join(', ')} is on this machine`)
  const npm = await fromNpm()
  if (typeof npm !== 'string') return { found: npm, why }
  return { found: null, why: [...why, npm] }
}

/**
 * For journeys: `chromium.launch(await findChromium())` of playwright-core. Throws with every reason when there is none.
 * A runner that has looked already says so in REMBUG_CHROMIUM, and no second start is spent on it.
 * @returns {Promise<{ executablePath: string, args: string[], env: Record<string, string> }>}
 */
export async function findChromium() {
  const known = process.env.REMBUG_CHROMIUM
  const { found, why } = known ? { found: JSON.parse(known), why: [] } : await lookForChromium()
  if (!found) throw new Error(`No Chromium starts here.\n${why.join('\n')}`)
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== undefined))
  return { executablePath: found.executablePath, args: found.args, env: { ...inherited, ...found.env } }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { found, why } = await lookForChromium()
  for (const line of why) console.log(line)
  console.log(found ? `${found.executablePath} (${found.from})` : 'No Chromium starts here.')
  process.exitCode = found ? 0 : 1
}
