import net from 'node:net'
import { expect, test } from 'vitest'
import { boundConnections, SlowBodies, trickle } from './slow-bodies.ts'

test('a body that brings next to nothing is hung up on, and a slow one is waited for', async () => {
  const slow = new SlowBodies()
  const server = net.createServer()
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port: at } = server.address() as net.AddressInfo
  const opened = async () => {
    const arrived = new Promise<net.Socket>((done) => server.once('connection', done))
    const mine = net.connect(at, '127.0.0.1')
    const theirs = (await arrived).on('error', () => undefined).resume()
    const closed = new Promise<void>(
      (done) =>
        void mine
          .on('close', done)
          .on('error', () => undefined)
          .resume(),
    )
    const raw = { socket: theirs, complete: false, readableLength: 0 }
    const headers = { 'content-length': '5000' }
    slow.begin({ raw, headers } as never, 0)
    return { mine, theirs, closed }
  }
  const [silent, talking] = [await opened(), await opened()]
  talking.mine.write(Buffer.alloc(trickle.bytes))
  await expect.poll(() => talking.theirs.bytesRead).toBe(trickle.bytes)
  slow.sweep(trickle.seconds * 1000 - 1)
  expect([silent, talking].map(({ theirs }) => theirs.destroyed)).toEqual([false, false])
  slow.sweep(trickle.seconds * 1000)
  await silent.closed
  expect([silent, talking].map(({ theirs }) => theirs.destroyed)).toEqual([true, false])
  talking.mine.destroy()
  slow.close()
  server.close()
})

test('connections beyond so many from one address are hung up on, and room is made by those that end', async () => {
  const server = net.createServer()
  boundConnections(server as never, 2)
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port: at } = server.address() as net.AddressInfo
  const open = async () => {
    const mine = net.connect(at, '127.0.0.1').on('error', () => undefined)
    const closed = new Promise<'closed'>((done) => mine.resume().on('close', () => done('closed')))
    const stays = new Promise<'open'>((done) => setTimeout(() => done('open'), 100))
    return { mine, closed, is: await Promise.race([closed, stays]) }
  }
  const [first, second, third] = [await open(), await open(), await open()]
  expect([first.is, second.is, third.is]).toEqual(['open', 'open', 'closed'])
  first.mine.destroy()
  await first.closed
  const fourth = await open()
  expect(fourth.is).toBe('open')
  for (const { mine } of [second, fourth]) mine.destroy()
  server.close()
})
