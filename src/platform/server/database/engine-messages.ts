// What the engine's thread and the thread that asks it say to each other.

/** How the thread starts: an existing folder, or a throw-away database in memory. */
export type Start =
  | { kind: 'folder'; folder: string }
  /** `wasm`: the engine, compiled before; threads of one process share it. */
  | { kind: 'memory'; tar?: string; wasm?: WebAssembly.Module }

export type ToEngine = { kind: 'ask'; bytes: Uint8Array } | { kind: 'dump' } | { kind: 'close' }

export type FromEngine =
  | { kind: 'ready' }
  /** `walBytes`: write-ahead log written since the thread started. */
  | { kind: 'answer'; bytes: Uint8Array; done: boolean; walBytes: number }
  | { kind: 'dumped'; tar: Uint8Array }
  | { kind: 'failed'; why: string }
  | { kind: 'closed' }
