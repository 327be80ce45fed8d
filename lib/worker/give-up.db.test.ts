import { afterEach, beforeEach, expect, it, type MockInstance, vi } from 'vitest'
import { defer, testHandler, useWorkerBench } from './testing'

const bench = useWorkerBench()
let told: MockInstance
beforeEach(() => {
  told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => told.mockRestore())

/** Lets PostgreSQL refuse to delete jobs that are done: always, or with this SQLSTATE so many times. */
async function refuse(sqlstate = 'P0001', times = 1_000_000) {
  const { prisma } = bench()
  await prisma.$executeRaw`CREATE SEQUENCE refusals`
  await prisma.$executeRawUnsafe(`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF nextval('refusals') <= ${times} THEN RAISE EXCEPTION 'refused' USING ERRCODE = '${sqlstate}'; END IF; RETURN OLD; END $$`)
  await prisma.$executeRaw`
    CREATE TRIGGER refuse BEFORE DELETE ON graphile_worker._private_jobs FOR EACH ROW EXECUTE FUNCTION refuse()`
}

/** How often a job was to be deleted. */
async function deletions(): Promise<number> {
  const [{ times } = { times: 0n }] = await bench().prisma.$queryRaw<
    { times: bigint }[]
  >`SELECT last_value AS times FROM refusals`
  return Number(times)
}

const runJobs = () => bench().prisma.$queryRaw<unknown[]>`SELECT FROM graphile_worker.jobs WHERE key LIKE 'run:%'`

it('says that it has ended where it cannot write down what became of a job, rather than stand still', async () => {
  const { event, work } = bench()
  await refuse()
  const worker = await work(testHandler(async () => 'done'))
  await event()
  await expect(worker.ended).rejects.toThrow('refused')
  await worker.stop(5_000)
  expect(told.mock.calls.flat().join()).toContain('Failed to complete jobs')
})

it('writes that down again where the database refused it for the sake of others', async () => {
  const { event, work, reaches } = bench()
  await refuse('40P01', 2)
  await work(testHandler(async () => 'done'))
  await reaches(await event(), 'test', 'succeeded')
  await expect.poll(runJobs).toEqual([])
  expect(await deletions()).toBeGreaterThan(2)
  expect(told).not.toHaveBeenCalled()
})

it('finishes what is under way when it is stopped, though the queue gives up meanwhile', async () => {
  const { event, work, run } = bench()
  const [quick, slow] = [defer<string>(), defer<string>()]
  const [quickBegun, slowBegun] = [defer<void>(), defer<void>()]
  const worker = await work(
    testHandler(() => {
      quickBegun.resolve()
      return quick.promise
    }),
    testHandler(
      () => {
        slowBegun.resolve()
        return slow.promise
      },
      { name: 'slow' },
    ),
  )
  const id = await event()
  await Promise.all([quickBegun.promise, slowBegun.promise])
  await refuse()
  const stopped = worker.stop(3_000)
  quick.resolve('done')
  await expect(worker.ended).rejects.toThrow('refused')
  slow.resolve('done')
  await stopped
  expect(await run(id, 'slow')).toMatchObject({ status: 'succeeded', attempts: [{ outcome: 'succeeded' }] })
})

it('does not start where its first look for work fails, rather than stand still, and does the next time', async () => {
  const { event, prisma, reaches, work } = bench()
  await prisma.$executeRaw`CREATE SEQUENCE looks`
  await prisma.$executeRaw`
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN IF nextval('looks') = 1 THEN RAISE EXCEPTION 'gone'; END IF; RETURN NEW; END $$`
  await prisma.$executeRaw`
    CREATE TRIGGER refuse BEFORE INSERT ON graphile_worker._private_tasks FOR EACH STATEMENT EXECUTE FUNCTION refuse()`
  const handler = testHandler(async () => 'done')
  await expect(work(handler)).rejects.toThrow('gone')
  await work(handler)
  await reaches(await event(), 'test', 'succeeded')
})
