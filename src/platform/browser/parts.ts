// The parts of capabilities that this phone has loaded: what their commands do to the local copy, the facts they give, and how
// people call them. A part is loaded when a command of its capability waits, and with every screen of the capability.
import { capabilityOf } from '../../kernel/command.ts'
import type { FactGiver } from '../../kernel/facts.ts'
import type { Text } from '../../kernel/text.ts'
import type { FormAbout, Manifest, Part } from './capability.ts'
import type { Apply } from './local/view.ts'

export class Parts {
  readonly #manifests: ReadonlyMap<string, Manifest>
  readonly #loaded = new Map<string, Part>()
  readonly #loading = new Map<string, Promise<void>>()

  constructor(manifests: readonly Manifest[]) {
    this.#manifests = new Map(manifests.map((manifest) => [manifest.name, manifest]))
  }

  /**
   * Loads what these commands need. False when a part could not be fetched: the next call tries again. A command of a
   * capability that this app does not know needs nothing; it is kept, and shown without an effect.
   */
  async need(commands: Iterable<string>): Promise<boolean> {
    const capabilities = new Set([...commands].map(capabilityOf))
    const done = await Promise.allSettled([...capabilities].map((name) => this.#load(name)))
    for (const each of done) if (each.status === 'rejected') console.warn(each.reason)
    return done.every((each) => each.status === 'fulfilled')
  }

  #load(name: string): Promise<void> | undefined {
    const fetch = this.#manifests.get(name)?.part
    if (!fetch || this.#loaded.has(name)) return undefined
    const known = this.#loading.get(name)
    if (known !== undefined) return known
    const loading = fetch()
      .then(({ part }) => void this.#loaded.set(name, part))
      .finally(() => this.#loading.delete(name))
    this.#loading.set(name, loading)
    return loading
  }

  apply = (command: string): Apply | undefined => this.#loaded.get(capabilityOf(command))?.applies?.[command]
  giver = (capability: string): FactGiver | undefined => this.#loaded.get(capability)?.facts
  formAbout = (screen: string): FormAbout | undefined =>
    this.#loaded.get(capabilityOf(screen))?.forms?.[screen]
  title = (command: string): Text | undefined => this.#loaded.get(capabilityOf(command))?.titles[command]
}
